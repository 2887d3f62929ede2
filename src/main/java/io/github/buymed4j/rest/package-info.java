/**
 * The path of a call:
 *
 * <pre>
 * {@link io.github.buymed4j.rest.BuymedCall @BuymedCall} method
 *   ▸ CallInterceptor  reads the interface's annotations
 *   ▸ Pipeline         takes the {@link io.github.buymed4j.rest.CallScope} and passes the call to the stages:
 *   ▸ Retry            repeats a GET after a transient failure
 *   ▸ Reauthenticate   chooses credentials; repeats with newer ones after a rejection
 *   ▸ Quota            acquires a permit for each request
 *   ▸ Attach           attaches the current credentials and token, and translates the failures of what follows
 *   ▸ the server's REST client, which calls
 *   ▸ {@link io.github.buymed4j.rest.BuymedHeadersFactory}: credential headers with seals instead of the secrets
 *   ▸ SendingFilter    checks the request, and sends it with {@code transport}, which puts the secrets in
 *   ▸ {@code reply}    checks and binds what comes back
 * </pre>
 *
 * <p>{@code BuymedClients} registers this with each REST client, and {@code DeploymentCheck} refuses a deployment that
 * could not call. Uses {@code credentials}, {@code quota} and {@code config}; bearer tokens come through
 * {@link io.github.buymed4j.rest.AccessTokens}.
 */
@NullMarked
package io.github.buymed4j.rest;

import org.jspecify.annotations.NullMarked;
