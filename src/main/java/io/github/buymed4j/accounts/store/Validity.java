package io.github.buymed4j.accounts.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an account's tokens were issued and how long they live, to the millisecond and within the years 1970 to 9999, so that
 * times can be added to them and any database holds them.
 *
 * @param refreshExpiresAt when the pharmacy has to authorize anew
 */
public record Validity(Instant issuedAt, Instant expiresAt, Instant refreshExpiresAt) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Validity {
        issuedAt = bounded(issuedAt);
        expiresAt = bounded(expiresAt);
        refreshExpiresAt = bounded(refreshExpiresAt);
    }

    /** A time that a row may have. */
    static Instant bounded(Instant time) {
        if (time.isAfter(LATEST)) {
            return LATEST;
        }
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
