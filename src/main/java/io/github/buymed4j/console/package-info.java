/**
 * The operator's console of {@code buymed4j.war}: it shows the credentials that the application uses and whether they
 * work. Not in the jar. Uses the public types of the other packages only, as a user's own application would.
 */
@NullMarked
package io.github.buymed4j.console;

import org.jspecify.annotations.NullMarked;
