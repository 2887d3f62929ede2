package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import java.util.concurrent.atomic.AtomicLong;

/** A token in memory. Thread-safe. */
final class HeldToken {

    private final Secret token;
    private final long expiresAt;
    private final AtomicLong nextLook;

    /** Takes milliseconds since the epoch. */
    HeldToken(Secret token, long expiresAt, long nextLook) {
        this.token = token;
        this.expiresAt = expiresAt;
        this.nextLook = new AtomicLong(nextLook);
    }

    Secret token() {
        return token;
    }

    boolean servesAt(long now) {
        return now < expiresAt;
    }

    /** Whether it is the caller's turn to look at the store again; once an interval for one caller. */
    boolean takesTurn(long now, long interval) {
        long due = nextLook.get();
        return now >= due && nextLook.compareAndSet(due, now + interval);
    }
}
