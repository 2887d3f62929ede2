/**
 * The path of a call: the {@link io.github.buymed4j.rest.BuymedCall} interceptor, the headers factory, the fail-closed
 * request guard, and what registers them on a REST client interface. Uses {@code credentials}, {@code quota} and
 * {@code config}; bearer tokens come through {@link io.github.buymed4j.rest.AccessTokens}.
 */
@NullMarked
package io.github.buymed4j.rest;

import org.jspecify.annotations.NullMarked;
