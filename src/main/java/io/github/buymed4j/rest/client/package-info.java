/**
 * What joins the pipeline with the server's MicroProfile REST client: the interceptor around an interface's methods, the request
 * filter that sends, and what registers them. Uses {@code rest} and its packages.
 */
@NullMarked
package io.github.buymed4j.rest.client;

import org.jspecify.annotations.NullMarked;
