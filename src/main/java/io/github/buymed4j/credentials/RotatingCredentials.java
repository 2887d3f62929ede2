package io.github.buymed4j.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One application's credentials and what is known of them.
 *
 * <p>The rule is one sentence: <em>of the pairs that the sources offer, the first one that the platform has not rejected is
 * the current one.</em> A changed source, a rejection and a staged secret are all the same step under one lock
 * ({@link #look()}); readers see one immutable {@link State}.
 */
final class RotatingCredentials implements CredentialsProvider {

    private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(1);
    private static final Duration LOOK_WHILE_WAITING = Duration.ofMillis(50);
    private static final int REJECTED_PAIRS_KEPT = 16;

    private final CredentialSources sources;
    private final CredentialsObserver observer;
    private final Timing timing;
    private final AtomicLong nextLook;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<CredentialPair> rejectedPairs = new ArrayDeque<>();
    private long nextLookWhileWaiting;
    private volatile State state;

    RotatingCredentials(CredentialSources sources, CredentialsObserver observer, Timing timing, Credentials first) {
        this.sources = sources;
        this.observer = observer;
        this.timing = timing;
        this.nextLookWhileWaiting = timing.nanos();
        this.nextLook = new AtomicLong(timing.nanos() + timing.checkInterval().toNanos());
        this.state = new State(first, Standing.UNPROVEN, null, 0, 0);
        observer.onChange(CredentialsEvent.Type.LOADED, first);
    }

    @Override
    public Credentials current() {
        lookWhenDue();
        State now = state;
        return now.standing != Standing.REJECTED ? now.credentials : whileRejected();
    }

    @Override
    public Credentials replacementFor(Credentials rejected) {
        lock.lock();
        try {
            if (rejected.generation() == state.credentials.generation()) {
                reject(rejected);
            }
            return usableWithin(timing.rotationWait());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Credentials> newerThan(Credentials doubtful) {
        lock.lock();
        try {
            look();
            Credentials now = state.credentials;
            return state.standing != Standing.REJECTED && now.generation() > doubtful.generation()
                    ? Optional.of(now)
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accepted(Credentials credentials) {
        State seen = state;
        if (seen.standing == Standing.ACCEPTED || seen.credentials.generation() != credentials.generation()) {
            return;
        }
        lock.lock();
        try {
            accept(credentials);
        } finally {
            lock.unlock();
        }
    }

    private void accept(Credentials credentials) {
        State before = state;
        if (before.credentials.generation() != credentials.generation()) {
            return;
        }
        rejectedPairs.removeIf(credentials::isSamePairAs);
        state = new State(credentials, Standing.ACCEPTED, null, 0, 0);
        changed.signalAll();
        if (before.standing == Standing.REJECTED) {
            observer.onChange(CredentialsEvent.Type.RECOVERED, credentials);
        } else if (before.staged()) {
            observer.onChange(CredentialsEvent.Type.PROMOTED, credentials);
        }
    }

    private void reject(Credentials rejected) {
        if (state.standing == Standing.REJECTED) {
            state = state.withNextProbe(timing.nanos());
            return;
        }
        rejectedPairs.addFirst(CredentialPair.of(rejected));
        while (rejectedPairs.size() > REJECTED_PAIRS_KEPT) {
            rejectedPairs.removeLast();
        }
        observer.onChange(CredentialsEvent.Type.REJECTED, rejected);
        state = new State(rejected, Standing.REJECTED, timing.now(), 0, 0).withNextProbe(timing.nanos());
        look();
    }

    /** A snapshot for a new call while all that is known is rejected: another pair, a probe, or none. */
    private Credentials whileRejected() {
        lock.lock();
        try {
            if (state.standing == Standing.REJECTED && timing.nanos() - state.nextProbe >= 0) {
                state = state.withNextProbe(timing.nanos());
                return state.credentials;
            }
            return usableWithin(timing.rotationWait());
        } finally {
            lock.unlock();
        }
    }

    private Credentials usableWithin(Duration wait) {
        long deadline = timing.nanos() + wait.toNanos();
        for (lookWhileRejected(); state.standing == Standing.REJECTED; lookWhileRejected()) {
            long left = deadline - timing.nanos();
            if (left <= 0) {
                throw state.rejection();
            }
            await(Math.min(left, LOOK_WHILE_WAITING.toNanos()));
        }
        return state.credentials;
    }

    private void lookWhileRejected() {
        if (state.standing == Standing.REJECTED && timing.nanos() - nextLookWhileWaiting >= 0) {
            look();
            nextLookWhileWaiting = timing.nanos() + LOOK_WHILE_WAITING.toNanos();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its only caller loops
    private void await(long nanos) {
        try {
            changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw state.rejection();
        }
    }

    private void lookWhenDue() {
        long now = timing.nanos();
        long due = nextLook.get();
        if (now - due >= 0
                && nextLook.compareAndSet(due, now + timing.checkInterval().toNanos())) {
            lock.lock();
            try {
                look();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Where the sources offer no pair, being briefly away or half written, the last good one stays. */
    private void look() {
        for (CredentialPair pair : sources.look().pairs()) {
            if (rejectedPairs.stream().noneMatch(pair::isSamePairAs)) {
                take(pair);
                return;
            }
        }
    }

    private void take(CredentialPair pair) {
        Credentials before = state.credentials;
        if (before.isSamePairAs(pair)) {
            return;
        }
        Credentials next = pair.asCredentials(before.application(), before.generation() + 1);
        state = new State(next, Standing.UNPROVEN, null, 0, 0);
        changed.signalAll();
        observer.onChange(CredentialsEvent.Type.CHANGED, next);
    }

    private enum Standing {
        UNPROVEN,
        ACCEPTED,
        REJECTED
    }

    private record State(
            Credentials credentials,
            Standing standing,
            @Nullable Instant since,
            int probes,
            long nextProbe) {

        boolean staged() {
            return credentials.source().key().contains(".next");
        }

        State withNextProbe(long now) {
            Duration pause = FIRST_PROBE.multipliedBy(1L << Math.min(probes, 10));
            long nanos = Math.min(pause.toNanos(), LONGEST_PROBE.toNanos());
            return new State(credentials, standing, since, probes + 1, now + nanos);
        }

        CredentialsRejectedException rejection() {
            return new CredentialsRejectedException(credentials, since == null ? Instant.EPOCH : since);
        }
    }
}
