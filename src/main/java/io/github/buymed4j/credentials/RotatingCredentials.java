package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.internal.time.Loop;
import io.github.buymed4j.internal.time.Loop.Step;
import io.github.buymed4j.internal.time.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * One application's credentials, shared by many threads. Every step of the {@link Rotation} runs under one lock. A call
 * that has nothing to report and need not wait takes no lock: it reads the clock and two fields. Events are announced
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
    private volatile Optional<Credentials> known;
    private volatile long provenGeneration = NONE;

    private RotatingCredentials(Watch watch, Rotation rotation, Announcements announcements, Timing timing) {
        this.watch = watch;
        this.rotation = rotation;
        this.announcements = announcements;
        this.timing = timing;
        this.known = Optional.of(rotation.current());
    }

    /**
     * Reads the sources for the first time; the caller must then call {@link #announce()}.
     *
     * @throws ConfigurationException when they hold no usable pair
     */
    static RotatingCredentials load(CredentialSources sources, Announcements announcements, Timing timing) {
        Watch watch = new Watch(sources, timing.checkInterval());
        OfferedCredentials first = watch.look(timing.nanos());
        if (first.credentials().isEmpty()) {
            throw new ConfigurationException(first.problems());
        }
        Rotation rotation = new Rotation(first.credentials().get(0), announcements, timing.clock());
        rotation.offer(first);
        return new RotatingCredentials(watch, rotation, announcements, timing);
    }

    /** Delivers the events so far; must not be called under a lock. */
    void announce() {
        announcements.deliver();
    }

    @Override
    public Optional<Credentials> currentIfKnown() {
        lookWhenDue();
        return known;
    }

    @Override
    public CompletionStage<Credentials> current(Pause pause, long deadline) {
        Optional<Credentials> now = currentIfKnown();
        return now.isPresent()
                ? CompletableFuture.completedFuture(now.get())
                : awaited(at -> rotation.claim(at).or(() -> rotation.probe(at)).or(this::usable), pause, deadline);
    }

    @Override
    public CompletionStage<Credentials> replacementFor(Credentials rejected, Pause pause, long deadline) {
        reject(rejected);
        return awaited(at -> rotation.claim(at).or(this::usable), pause, deadline);
    }

    @Override
    public CompletionStage<Optional<Credentials>> newerThan(Credentials doubtful, Pause pause, long deadline) {
        underLock(() -> rotation.doubted(doubtful) && look());
        Waiting waiting = new Waiting(timing.nanos(), deadline);
        return Loop.poll(
                pause,
                () -> underLock(() -> rotation.isCleared(doubtful)
                        ? Step.done(Optional.empty())
                        : step(at -> rotation.otherThan(doubtful, at), waiting)));
    }

    @Override
    public Credentials current() {
        Optional<Credentials> now = currentIfKnown();
        return now.isPresent() ? now.get() : Failures.await(current(timing.pause(), Long.MAX_VALUE));
    }

    @Override
    public Credentials replacementFor(Credentials rejected) {
        return Failures.await(replacementFor(rejected, timing.pause(), Long.MAX_VALUE));
    }

    @Override
    public Optional<Credentials> newerThan(Credentials doubtful) {
        return Failures.await(newerThan(doubtful, timing.pause(), Long.MAX_VALUE));
    }

    @Override
    public CredentialsRejectedException rejected(Credentials credentials) {
        reject(credentials);
        return allRejected();
    }

    private void reject(Credentials rejected) {
        underLock(() -> rotation.rejected(rejected, timing.nanos()) && look());
    }

    @Override
    public Credentials newest(Credentials chosen) {
        Optional<Credentials> now = currentIfKnown().or(() -> underLock(() -> rotation.claim(timing.nanos())));
        return now.isPresent() && now.get().generation() > chosen.generation() ? now.get() : chosen;
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
            announcements.add(CredentialsEvent.Type.DENIED, credentials);
            announcements.deliver();
        }
    }

    @Override
    public CredentialsStatus status() {
        lookWhenDue();
        return underLock(() -> rotation.status(timing.nanos()));
    }

    @Override
    public CredentialsStatus lookNow() {
        underLock(() -> {
            rotation.probeNow(timing.nanos());
            return look();
        });
        return status();
    }

    private CompletionStage<Credentials> awaited(
            LongFunction<Optional<Credentials>> search, Pause pause, long deadline) {
        Waiting waiting = new Waiting(timing.nanos(), deadline);
        return Loop.poll(
                pause, () -> underLock(() -> step(search, waiting)).map(found -> found.orElseThrow(this::allRejected)));
    }

    private Optional<Credentials> usable() {
        return rotation.isUsable() ? Optional.of(rotation.current()) : Optional.empty();
    }

    /** What the search finds now, a pause if it finds nothing yet, or an empty result once the time is up. */
    private Step<Optional<Credentials>> step(LongFunction<Optional<Credentials>> search, Waiting waiting) {
        long now = timing.nanos();
        Optional<Credentials> found = search.apply(now);
        if (found.isEmpty() && !watch.wasJustLookedAt(now)) {
            look();
            found = search.apply(now);
        }
        long left = found.isPresent() ? 0 : waiting.left(now, longestWait(now));
        Duration pause = rotation.isHopeful(now) ? Rotation.WHILE_TRYING : Watch.WHILE_WAITING;
        return left <= 0 ? Step.done(found) : Step.after(Math.min(left, pause.toNanos()));
    }

    /** A running trial or a settling file is waited for even if no wait is configured. */
    private Duration longestWait(long now) {
        Duration onItsWay = Duration.ZERO;
        if (rotation.isHopeful(now)) {
            onItsWay = Rotation.TRIAL;
        } else if (watch.isSettling()) {
            onItsWay = SecretFile.SETTLING.multipliedBy(2);
        }
        return timing.rotationWait().compareTo(onItsWay) > 0 ? timing.rotationWait() : onItsWay;
    }

    /** Creates the exception outside the lock, because that is the main cost of failing fast. */
    private CredentialsRejectedException allRejected() {
        return new CredentialsRejectedException(underLock(rotation::rejection));
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

    private boolean look() {
        rotation.offer(watch.look(timing.nanos()));
        return true;
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
        known = rotation.hasCandidate(timing.nanos()) ? Optional.empty() : usable();
        provenGeneration = rotation.isProven() ? rotation.current().generation() : NONE;
        lock.unlock();
        announcements.deliver();
    }

    /** A call's wait: its start and the caller's deadline. */
    private record Waiting(long since, long deadline) {

        long left(long now, Duration longest) {
            long ofCaller = deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - now;
            return Math.min(longest.toNanos() - (now - since), ofCaller);
        }
    }
}
