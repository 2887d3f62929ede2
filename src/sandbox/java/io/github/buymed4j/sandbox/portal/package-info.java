/** The developer's portal: applications, their credentials, scopes and activity. */
@NullMarked
package io.github.buymed4j.sandbox.portal;

import org.jspecify.annotations.NullMarked;
