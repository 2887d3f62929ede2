@NullMarked
package io.github.buymed4j.internal.time;

import org.jspecify.annotations.NullMarked;
