/** How the platform counts: sliding window, fixed window, token bucket. */
@NullMarked
package io.github.buymed4j.sandbox.limits;

import org.jspecify.annotations.NullMarked;
