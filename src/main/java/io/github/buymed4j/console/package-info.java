/**
 * The operator's console of {@code buymed4j.war}: what the application calls the platform with, and whether it works. Not in
 * the jar. Uses the public types of the other packages only, as a user's own application would.
 */
@NullMarked
package io.github.buymed4j.console;

import org.jspecify.annotations.NullMarked;
