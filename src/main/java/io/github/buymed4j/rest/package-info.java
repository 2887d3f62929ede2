/**
 * The stages that a call passes:
 *
 * <pre>
 * {@link io.github.buymed4j.rest.BuymedCall @BuymedCall} method
 *   ▸ Retry            repeats a GET after a transient failure
 *   ▸ Reauthenticate   chooses credentials; repeats with newer ones after a rejection
 *   ▸ Quota            acquires a permit for each request
 *   ▸ Attach           attaches the current credentials and token
 *   ▸ REST client ▸ {@link io.github.buymed4j.rest.BuymedHeadersFactory} ▸ {@code SendingFilter}
 *     ▸ {@code transport}
 * </pre>
 *
 * <p>Uses {@code credentials}, {@code quota} and {@code config}; bearer tokens come through
 * {@link io.github.buymed4j.rest.AccessTokens}.
 */
@NullMarked
package io.github.buymed4j.rest;

import org.jspecify.annotations.NullMarked;
