@NullMarked
package io.github.buymed4j.time;

import org.jspecify.annotations.NullMarked;
