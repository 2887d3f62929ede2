/** Applications, their credentials and scopes. */
@NullMarked
package io.github.buymed4j.sandbox.apps;

import org.jspecify.annotations.NullMarked;
