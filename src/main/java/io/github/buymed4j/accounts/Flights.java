package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One look at an account at a time in this JVM: the first caller makes it, the others share its outcome. A caller waits for
 * another one within a limit and until it is interrupted, and never for itself. Thread-safe.
 */
final class Flights {

    private final Map<Key, Flight> running = new ConcurrentHashMap<>();
    private final Duration longestWait;

    Flights(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** What is shared: looks at the account that know of the same rejection and began in the same {@link TokenCache#state()}. */
    record Key(Account account, Optional<Secret> rejected, long state) {}

    /**
     * The outcome of the work, or of the same that is being done already.
     *
     * @throws CallInterruptedException when the thread is interrupted while another one does it
     * @throws TokenRenewalException when another one does it for too long, or an observer asks from within the work twice
     */
    Usable join(Key key, Supplier<Usable> work) {
        long deadline = System.nanoTime() + longestWait.toNanos();
        Optional<Usable> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            Flight mine = new Flight();
            Flight other = running.putIfAbsent(key, mine);
            if (other == null) {
                outcome = Optional.of(lead(key, mine, work));
            } else {
                outcome = other.isOfThisThread()
                        ? Optional.of(within(key.account(), other, work))
                        : await(key.account(), other, deadline);
            }
        }
        return outcome.get();
    }

    /** The outcome of the work; empty where the same is being done already. */
    Optional<Usable> leadIfFree(Key key, Supplier<Usable> work) {
        Flight mine = new Flight();
        return running.putIfAbsent(key, mine) == null ? Optional.of(lead(key, mine, work)) : Optional.empty();
    }

    private Usable lead(Key key, Flight mine, Supplier<Usable> work) {
        try {
            Usable outcome = work.get();
            running.remove(key, mine); // before it completes: who then asks again shall not get this one again
            mine.complete(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            running.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** An observer of what the flight has done calls the platform: it looks for itself, but not without an end. */
    private static Usable within(Account account, Flight own, Supplier<Usable> work) {
        if (own.isAskedAgain) {
            throw new TokenRenewalException(account, "an observer asks for it while it hears of its own attempt", null);
        }
        own.isAskedAgain = true;
        try {
            return work.get();
        } finally {
            own.isAskedAgain = false;
        }
    }

    /** Empty where the other one was interrupted, which is no failure of this caller's. */
    private Optional<Usable> await(Account account, Flight other, long deadline) {
        try {
            return Optional.of(other.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CallInterruptedException) {
                return Optional.empty();
            }
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new TokenRenewalException(account, "the call that was renewing it broke off", e.getCause());
        } catch (TimeoutException e) {
            throw TokenRenewalException.takesTooLong(account, longestWait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("The thread was interrupted while another call renewed a token");
        }
    }

    private static final class Flight extends CompletableFuture<Usable> {

        private final Thread leader = Thread.currentThread();
        /** Used by the leader only. */
        private boolean isAskedAgain;

        boolean isOfThisThread() {
            return leader == Thread.currentThread();
        }
    }
}
