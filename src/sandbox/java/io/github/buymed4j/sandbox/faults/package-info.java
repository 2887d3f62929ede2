/** Replies that a test has ordered instead of, or on top of, the real ones. */
@NullMarked
package io.github.buymed4j.sandbox.faults;

import org.jspecify.annotations.NullMarked;
