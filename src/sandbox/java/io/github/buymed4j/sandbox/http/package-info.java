/** Requests and replies as values, free of the container. */
@NullMarked
package io.github.buymed4j.sandbox.http;

import org.jspecify.annotations.NullMarked;
