package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.tokens.Grant;
import java.time.Duration;

/**
 * How the token endpoint behaves where the vendor's documentation is silent.
 *
 * @param rotation whether a refresh returns a new refresh token
 * @param oldDies whether the old one is invalid then
 * @param repeat whether, without rotation, the reply repeats the old one
 * @param refuse whether every refresh is refused
 * @param delay how long the reply is held back; the request has been processed all the same
 */
public record TokenRules(
        boolean rotation,
        boolean oldDies,
        boolean repeat,
        boolean refuse,
        Duration delay,
        Duration accessLifetime,
        Duration refreshLifetime) {
    public static final TokenRules USUAL =
            new TokenRules(true, true, false, false, Duration.ZERO, Grant.ACCESS_LIFETIME, Grant.REFRESH_LIFETIME);
}
