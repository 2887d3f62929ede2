package io.github.buymed4j.credentials;

import io.github.buymed4j.credentials.CredentialSources.Look;
import java.time.Duration;

/** When to look at the sources: once a check interval, and sooner where something is awaited. Looks under a lock only. */
final class Watch {

    /** How often waiting calls have the sources looked at. */
    static final Duration WHILE_WAITING = Duration.ofMillis(50);

    private final CredentialSources sources;
    private final long interval;
    private boolean settling;
    private long last;
    private volatile long due;

    Watch(CredentialSources sources, Duration interval) {
        this.sources = sources;
        this.interval = interval.toNanos();
    }

    /** Costs one reading of a field; safe without the lock. */
    boolean isDue(long now) {
        return now - due >= 0;
    }

    boolean wasJustLookedAt(long now) {
        return now - last < WHILE_WAITING.toNanos();
    }

    /** Whether a file has other content that the next looks are to confirm. */
    boolean isSettling() {
        return settling;
    }

    Look look(long now) {
        Look look = sources.look(now);
        settling = look.settling();
        last = now;
        due = now + (settling ? Math.min(interval, SecretFile.SETTLING.toNanos()) : interval);
        return look;
    }
}
