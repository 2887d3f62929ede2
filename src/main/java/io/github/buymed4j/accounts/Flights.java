package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One look at an account at a time in this JVM: the first caller makes it, the others share its outcome. Thread-safe. */
final class Flights {

    private final Map<Account, CompletableFuture<Usable>> running = new ConcurrentHashMap<>();
    private final Duration longestWait;

    Flights(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** The outcome of the work, or of the same that is being done already. */
    Usable join(Account account, Supplier<Usable> work) {
        CompletableFuture<Usable> mine = new CompletableFuture<>();
        CompletableFuture<Usable> other = running.putIfAbsent(account, mine);
        return other == null ? lead(account, mine, work) : await(account, other);
    }

    /** The outcome of the work; empty where the same is being done already. */
    Optional<Usable> leadIfFree(Account account, Supplier<Usable> work) {
        CompletableFuture<Usable> mine = new CompletableFuture<>();
        return running.putIfAbsent(account, mine) == null ? Optional.of(lead(account, mine, work)) : Optional.empty();
    }

    private Usable lead(Account account, CompletableFuture<Usable> mine, Supplier<Usable> work) {
        try {
            Usable outcome = work.get();
            mine.complete(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(account, mine);
        }
    }

    private Usable await(Account account, CompletableFuture<Usable> other) {
        try {
            return other.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new TokenRenewalException(account, "another call is at it since more than " + longestWait, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRenewalException(account, "the thread was interrupted while another call is at it", null);
        }
    }
}
