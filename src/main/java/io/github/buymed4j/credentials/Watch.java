package io.github.buymed4j.credentials;

import java.time.Duration;

/**
 * Schedules the looks at the sources: once per check interval, or sooner while a change is expected. Looks only under a
 * lock.
 */
final class Watch {

    /** How often waiting calls look at the sources. */
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

    /** Reads one field; safe without the lock. */
    boolean isDue(long now) {
        return now - due >= 0;
    }

    boolean wasJustLookedAt(long now) {
        return now - last < WHILE_WAITING.toNanos();
    }

    /** True if a file has new content that the next looks must confirm. */
    boolean isSettling() {
        return settling;
    }

    OfferedCredentials look(long now) {
        OfferedCredentials offered = sources.look(now);
        settling = offered.settling();
        last = now;
        due = now + (settling ? Math.min(interval, SecretFile.SETTLING.toNanos()) : interval);
        return offered;
    }
}
