/** The sandbox's clock. */
@NullMarked
package io.github.buymed4j.sandbox.time;

import org.jspecify.annotations.NullMarked;
