package io.github.buymed4j.accounts.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an account's tokens were issued and how long they live, to the millisecond.
 *
 * @param refreshExpiresAt when the pharmacy has to authorize anew
 */
public record Validity(Instant issuedAt, Instant expiresAt, Instant refreshExpiresAt) {

    public Validity {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
        refreshExpiresAt = refreshExpiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
