/** The switches under {@code /control/}: only in the sandbox, for tests and scripts. */
@NullMarked
package io.github.buymed4j.sandbox.control;

import org.jspecify.annotations.NullMarked;
