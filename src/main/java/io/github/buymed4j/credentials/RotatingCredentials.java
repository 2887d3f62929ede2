package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.credentials.CredentialSources.Look;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One application's credentials for many threads. Every step of the {@link Rotation} is taken under one lock; a call that
 * has nothing to report and nothing to wait for takes none: it reads the clock and two fields. What happened is announced
 * outside the lock.
 */
final class RotatingCredentials implements CredentialsProvider {

    private static final long NONE = -1;

    private final Watch watch;
    private final Rotation rotation;
    private final Announcements announcements;
    private final Timing timing;
    private final DenialBurst denials = new DenialBurst();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long signalled;
    private volatile Rejection rejection;
    private volatile @Nullable Credentials open;
    private volatile long provenGeneration = NONE;

    private RotatingCredentials(Watch watch, Rotation rotation, Announcements announcements, Timing timing) {
        this.watch = watch;
        this.rotation = rotation;
        this.announcements = announcements;
        this.timing = timing;
        this.rejection = rotation.rejection();
        this.open = rotation.current();
    }

    /**
     * Reads the sources a first time; {@link #announce()} is to follow.
     *
     * @throws ConfigurationException when they hold no usable pair
     */
    static RotatingCredentials load(
            ApplicationName application, CredentialSources sources, Announcements announcements, Timing timing) {
        Watch watch = new Watch(sources, timing.checkInterval());
        Look first = watch.look(timing.nanos());
        if (first.pairs().isEmpty()) {
            throw new ConfigurationException(first.problems());
        }
        Rotation rotation = new Rotation(application, first.pairs().get(0), announcements, timing.clock());
        rotation.offer(first);
        return new RotatingCredentials(watch, rotation, announcements, timing);
    }

    /** Tells of what happened so far; not to be called under a lock. */
    void announce() {
        announcements.deliver();
    }

    @Override
    public Credentials current() {
        lookWhenDue();
        Credentials now = open;
        return now != null ? now : underLock(() -> usable(true)).orElseThrow(this::rejected);
    }

    @Override
    public Credentials replacementFor(Credentials rejected) {
        return underLock(() -> {
                    reject(rejected);
                    return usable(false);
                })
                .orElseThrow(this::rejected);
    }

    @Override
    public void rejected(Credentials credentials) {
        underLock(() -> reject(credentials));
    }

    @Override
    public Optional<Credentials> newerThan(Credentials doubtful) {
        return underLock(() -> {
            lookedUnlessJustDone();
            Optional<Credentials> claimed = rotation.claim(timing.nanos());
            Credentials now = rotation.current();
            return claimed.isEmpty() && rotation.isUsable() && now.generation() > doubtful.generation()
                    ? Optional.of(now)
                    : claimed;
        });
    }

    @Override
    public void accepted(Credentials credentials) {
        if (credentials.generation() != provenGeneration) {
            underLock(() -> {
                rotation.accepted(credentials);
                return credentials;
            });
        }
    }

    @Override
    public void denied(Credentials credentials) {
        if (denials.add(timing.nanos())) {
            announcements.onChange(CredentialsEvent.Type.DENIED, credentials);
            announcements.deliver();
        }
    }

    @Override
    public CredentialsStatus status() {
        lookWhenDue();
        return underLock(() -> rotation.status(timing.nanos()));
    }

    /** A pair to go on with: for this call alone, if it is to be tried, or the current one, if need be after a wait. */
    private Optional<Credentials> usable(boolean mayProbe) {
        long start = timing.nanos();
        while (true) {
            long now = timing.nanos();
            Optional<Credentials> claimed =
                    rotation.claim(now).or(() -> mayProbe ? rotation.probe(now) : Optional.empty());
            if (claimed.isPresent()) {
                return claimed;
            }
            if (rotation.isUsable()) {
                return Optional.of(rotation.current());
            }
            if (lookedUnlessJustDone()) {
                continue;
            }
            long left = start + longestWait(now) - now;
            if (left <= 0 || !await(Math.min(left, Watch.WHILE_WAITING.toNanos()))) {
                return Optional.empty();
            }
        }
    }

    /** What is on its way is waited for, even where nobody asked for a wait. */
    private long longestWait(long now) {
        Duration onItsWay = Duration.ZERO;
        if (rotation.isHopeful(now)) {
            onItsWay = Rotation.TRIAL;
        } else if (watch.isSettling()) {
            onItsWay = SecretFile.SETTLING.multipliedBy(2);
        }
        return Math.max(timing.rotationWait().toNanos(), onItsWay.toNanos());
    }

    /** Whether to go on; not where the thread is to end. */
    private boolean await(long nanos) {
        try {
            timing.waiting().await(changed, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Made outside the lock: it is the price of failing fast. */
    private CredentialsRejectedException rejected() {
        return new CredentialsRejectedException(rejection);
    }

    private void lookWhenDue() {
        if (watch.isDue(timing.nanos()) && lock.tryLock()) {
            try {
                if (watch.isDue(timing.nanos())) {
                    look();
                }
            } finally {
                release();
            }
        }
    }

    private boolean lookedUnlessJustDone() {
        boolean due = !watch.wasJustLookedAt(timing.nanos());
        if (due) {
            look();
        }
        return due;
    }

    private boolean reject(Credentials rejected) {
        boolean news = rotation.rejected(rejected, timing.nanos());
        if (news) {
            look();
        }
        return news;
    }

    private void look() {
        rotation.offer(watch.look(timing.nanos()));
    }

    private <T> T underLock(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            release();
        }
    }

    private void release() {
        open = rotation.isUsable() && !rotation.hasCandidate(timing.nanos()) ? rotation.current() : null;
        provenGeneration = rotation.isProven() ? rotation.current().generation() : NONE;
        if (signalled != rotation.changes()) {
            signalled = rotation.changes();
            rejection = rotation.rejection();
            changed.signalAll();
        }
        lock.unlock();
        announcements.deliver();
    }
}
