package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buymed4j.Account;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.accounts.seal.Tokens;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shares what with whom; a wait that should not be would last an hour here. */
@Timeout(60)
class FlightsTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Flights.Key KEY = new Flights.Key(PHARMACY, Optional.empty(), 0);

    private final Flights flights = new Flights(Duration.ofHours(1));
    private final CountDownLatch leading = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    private static Usable found() {
        Validity validity = new Validity(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        return new Usable(
                StoredAccount.connected(PHARMACY, "sealed", List.of(), validity),
                new Tokens(Secret.of("token"), Optional.empty()));
    }

    /** Starts the work in another thread, which ends when it may. */
    private CompletableFuture<Usable> lead(Supplier<Usable> outcome) throws InterruptedException {
        CompletableFuture<Usable> leader = CompletableFuture.supplyAsync(() -> flights.join(KEY, () -> {
            leading.countDown();
            await(ending);
            return outcome.get();
        }));
        assertThat(leading.await(30, TimeUnit.SECONDS)).isTrue();
        return leader;
    }

    /** Joins in a thread of its own, and waits until it waits. */
    private CompletableFuture<Usable> follow(Supplier<Usable> work) {
        CompletableFuture<Usable> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                outcome.complete(flights.join(KEY, work));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return outcome;
    }

    @Test
    void join_fromWithinItsOwnWork_doesTheWork() {
        Usable inner = found();
        Usable outer = found();

        Usable outcome = flights.join(KEY, () -> {
            assertThat(flights.join(KEY, () -> inner)).isSameAs(inner);
            return outer;
        });

        assertThat(outcome).isSameAs(outer);
    }

    @Test
    void join_fromWithinItsOwnWorkAgainAndAgain_ends() {
        Throwable[] innermost = new Throwable[1];
        Usable found = found();

        flights.join(
                KEY,
                () -> flights.join(KEY, () -> {
                    innermost[0] = catchThrowable(() -> flights.join(KEY, () -> found));
                    return found;
                }));

        assertThat(innermost[0]).isInstanceOf(TokenRenewalException.class);
    }

    @Test
    void join_whileAnotherThreadDoesIt_sharesItsOutcome() throws Exception {
        Usable found = found();
        CompletableFuture<Usable> leader = lead(() -> found);
        CompletableFuture<Usable> follower = follow(FlightsTest::found);
        ending.countDown();

        assertThat(follower.get(30, TimeUnit.SECONDS)).isSameAs(found);
        assertThat(leader.get(30, TimeUnit.SECONDS)).isSameAs(found);
    }

    @Test
    void join_ofWorkWhoseThreadIsInterrupted_doesTheWork() throws Exception {
        Usable found = found();
        CompletableFuture<Usable> leader = lead(() -> {
            throw new CallInterruptedException("The thread was interrupted");
        });
        CompletableFuture<Usable> follower = follow(() -> found);
        ending.countDown();

        assertThat(follower.get(30, TimeUnit.SECONDS)).isSameAs(found);
        assertThat(leader).failsWithin(Duration.ofSeconds(30));
    }

    @Test
    void join_ofWorkThatBreaksOff_failsTyped() throws Exception {
        CompletableFuture<Usable> leader = lead(() -> {
            throw new AssertionError("a bug");
        });
        CompletableFuture<Usable> follower = follow(FlightsTest::found);
        ending.countDown();

        assertThatThrownBy(() -> follower.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(TokenRenewalException.class);
        assertThat(leader).failsWithin(Duration.ofSeconds(30));
    }

    @Test
    void join_ofWorkThatTakesTooLong_failsTyped() {
        Flights impatient = new Flights(Duration.ZERO);
        Usable found = found();

        Usable outcome = impatient.join(KEY, () -> {
            assertThat(CompletableFuture.supplyAsync(() -> impatient.join(KEY, FlightsTest::found)))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TokenRenewalException.class);
            return found;
        });

        assertThat(outcome).isSameAs(found);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
