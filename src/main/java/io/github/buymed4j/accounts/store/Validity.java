package io.github.buymed4j.accounts.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an account's tokens were issued and when they expire, in milliseconds and within the years 1970 to 9999, so that
 * arithmetic does not overflow and any database can store them.
 *
 * @param refreshExpiresAt when the pharmacy has to authorize again
 */
public record Validity(Instant issuedAt, Instant expiresAt, Instant refreshExpiresAt) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Limits the times to what can be stored. */
    public Validity {
        issuedAt = bounded(issuedAt);
        expiresAt = bounded(expiresAt);
        refreshExpiresAt = bounded(refreshExpiresAt);
    }

    /** The time, limited to what a row can store. */
    static Instant bounded(Instant time) {
        if (time.isAfter(LATEST)) {
            return LATEST;
        }
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
