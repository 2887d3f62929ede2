@NullMarked
package io.github.buymed4j.internal.telemetry;

import org.jspecify.annotations.NullMarked;
