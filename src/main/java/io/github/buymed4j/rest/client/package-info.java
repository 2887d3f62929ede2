/**
 * Connects the pipeline with the server's MicroProfile REST client: the interceptor around an interface's methods, the
 * request filter that sends, and their registration. Uses {@code rest} and its packages.
 */
@NullMarked
package io.github.buymed4j.rest.client;

import org.jspecify.annotations.NullMarked;
