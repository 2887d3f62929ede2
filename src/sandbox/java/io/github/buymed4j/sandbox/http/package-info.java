/** Requests and replies as values, free of the container. Uses nothing but the JSON of {@code json}. */
@NullMarked
package io.github.buymed4j.sandbox.http;

import org.jspecify.annotations.NullMarked;
