/** The state of the sandbox, in one piece. */
@NullMarked
package io.github.buymed4j.sandbox.platform;

import org.jspecify.annotations.NullMarked;
