@NullMarked
package io.github.buymed4j.internal.transport;

import org.jspecify.annotations.NullMarked;
