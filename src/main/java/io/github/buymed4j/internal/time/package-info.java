/** How a call waits, and how calls share one piece of work. Uses nothing else of buymed4j; every package may use it. */
@NullMarked
package io.github.buymed4j.internal.time;

import org.jspecify.annotations.NullMarked;
