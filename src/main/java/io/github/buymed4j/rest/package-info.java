/**
 * The path of a call:
 *
 * <pre>
 * {@link io.github.buymed4j.rest.BuymedCall @BuymedCall} method
 *   ▸ Retry            a GET again, after a failure that may pass
 *   ▸ Reauthenticate   chooses credentials; again with newer ones after a rejection
 *   ▸ Quota            a permit for each request
 *   ▸ Attach           credentials and token as they are now
 *   ▸ REST client ▸ {@link io.github.buymed4j.rest.BuymedHeadersFactory} ▸ {@code client.SendingFilter} ▸ {@code transport}
 * </pre>
 *
 * <p>Uses {@code credentials}, {@code quota} and {@code config}; bearer tokens come through
 * {@link io.github.buymed4j.rest.AccessTokens}.
 */
@NullMarked
package io.github.buymed4j.rest;

import org.jspecify.annotations.NullMarked;
