package io.github.buymed4j.sandbox.apps;

import java.time.Instant;

/** What is kept of a Client Secret. */
public record SecretHash(String hash, Instant madeAt) {
    @Override
    public String toString() {
        return madeAt.toString();
    }
}
