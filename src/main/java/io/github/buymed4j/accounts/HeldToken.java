package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A token in memory; all times are {@link System#nanoTime()} values. Thread-safe. */
final class HeldToken {

    private final Secret token;
    private final boolean rejected;
    private final long interval;
    private final long end;
    private final AtomicLong nextLook;

    HeldToken(Secret token, long now, Duration life, Duration interval) {
        this(token, false, now + life.toNanos(), now + interval.toNanos(), interval.toNanos());
    }

    private HeldToken(Secret token, boolean rejected, long end, long nextLook, long interval) {
        this.token = token;
        this.rejected = rejected;
        this.interval = interval;
        this.end = end;
        this.nextLook = new AtomicLong(nextLook);
    }

    /** A rejected token, kept so that it is recognized if the store returns it again. */
    static HeldToken rejected(Secret token) {
        return new HeldToken(token, true, 0, 0, 0);
    }

    Secret token() {
        return token;
    }

    /** The token if the platform has rejected it, otherwise empty. */
    Optional<Secret> rejected() {
        return Optional.of(token).filter(same -> rejected);
    }

    boolean isRejected(Secret other) {
        return rejected && token.equals(other);
    }

    boolean servesAt(long now) {
        return !rejected && now - end < 0;
    }

    /** True if this caller has to read the store again: one caller in each interval. */
    boolean takesTurn(long now) {
        long due = nextLook.get();
        return now - due >= 0 && nextLook.compareAndSet(due, now + interval);
    }
}
