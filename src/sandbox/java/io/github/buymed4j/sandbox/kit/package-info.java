/**
 * The sandbox without an application server: {@code Main} for the command line, {@link LocalSandbox} for a program,
 * {@link BuymedSandbox} for JUnit 5. Only the last one needs JUnit. Not in the WAR.
 */
@NullMarked
package io.github.buymed4j.sandbox.kit;

import org.jspecify.annotations.NullMarked;
