package io.github.buymed4j.accounts.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are listed or counted.
 *
 * @param part a part of the account's id or of its customer id; empty for any. The case of letters does not matter; on
 *     PostgreSQL that holds for a to z
 * @param endingBy only accounts that must be authorized again, or whose authorization ends by this time; null for any
 */
public record AccountSearch(String part, @Nullable Instant endingBy) {

    /** All accounts. */
    public static final AccountSearch ALL = new AccountSearch("", null);
}
