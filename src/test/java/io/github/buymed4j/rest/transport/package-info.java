@NullMarked
package io.github.buymed4j.rest.transport;

import org.jspecify.annotations.NullMarked;
