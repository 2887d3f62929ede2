@NullMarked
package io.github.buymed4j.rest.client;

import org.jspecify.annotations.NullMarked;
