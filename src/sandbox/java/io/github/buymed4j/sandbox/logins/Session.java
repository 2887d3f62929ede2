package io.github.buymed4j.sandbox.logins;

import java.time.Instant;

/**
 * Somebody who has logged in.
 *
 * @param csrf goes into each form of a page of this session
 */
public record Session(String user, String csrf, Instant expiresAt) {
    @Override
    public String toString() {
        return user;
    }
}
