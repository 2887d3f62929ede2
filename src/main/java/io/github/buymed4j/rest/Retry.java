package io.github.buymed4j.rest;

import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import io.github.buymed4j.internal.time.Loop;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.rest.reply.PlatformFailureException;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Retries a read-only request after a transient failure: the limit was reached (429), the platform is out of service
 * (502, 503, 504), or the connection failed. Before each retry it waits for {@code Retry-After}, and at least for an
 * exponential backoff with jitter. Any other failure, and the last one before the time is up, is the outcome of the
 * call.
 *
 * <p>The time limit counts from the start of the call; for batch work, which may have waited long for the quota, from
 * its first failure. After a 429, batch work is retried for as long as it may wait for the quota.
 */
final class Retry implements Stage {

    private static final long FIRST_BACKOFF = Duration.ofMillis(200).toNanos();
    private static final int MOST_DOUBLINGS = 4;
    private static final Set<Integer> OUT_OF_SERVICE = Set.of(502, 503, 504);

    private final Stage next;
    private final Duration longest;
    private final Duration longestBatch;
    private final LongSupplier ticker;
    private final RandomGenerator random;

    Retry(Stage next, Settings settings) {
        this(
                next,
                settings.get(ConfigKey.RETRY_MAX_DURATION),
                settings.get(ConfigKey.QUOTA_BATCH_MAX_WAIT),
                System::nanoTime,
                new Random());
    }

    /** Takes a nanosecond ticker and a random generator, which all threads use. */
    Retry(Stage next, Duration longest, Duration longestBatch, LongSupplier ticker, RandomGenerator random) {
        this.next = next;
        this.longest = longest;
        this.longestBatch = longestBatch;
        this.ticker = ticker;
        this.random = random;
    }

    @Override
    public CompletionStage<Outcome> send(PlatformCall call) {
        if (!call.readsOnly() || longest.isZero()) {
            return next.send(call);
        }
        Attempts attempts = new Attempts(call);
        return Loop.until(() -> next.send(call).thenCompose(attempts::after));
    }

    /** The failures of one call. */
    private final class Attempts {

        private final PlatformCall call;
        private long begin;
        private int failures;
        private @Nullable Outcome previous;

        Attempts(PlatformCall call) {
            this.call = call;
            this.begin = call.begin();
        }

        /** The outcome of the call, or empty if it is retried; then the stage completes after the pause. */
        CompletionStage<Optional<Outcome>> after(Outcome outcome) {
            OptionalLong wait = waitAfter(outcome);
            if (wait.isEmpty()) {
                return CompletableFuture.completedFuture(Optional.of(last(outcome)));
            }
            previous = outcome;
            return call.pause()
                    .of(wait.getAsLong())
                    .handle((elapsed, ended) -> ended == null ? Optional.empty() : Optional.of(outcome));
        }

        /** If the quota refuses a retry, the outcome is the platform's earlier failure, which says more. */
        private Outcome last(Outcome outcome) {
            return previous != null && outcome.failure() instanceof QuotaExceededException ? previous : outcome;
        }

        private OptionalLong waitAfter(Outcome outcome) {
            if (!mayPass(outcome.failure())) {
                return OptionalLong.empty();
            }
            long now = ticker.getAsLong();
            begin = failures == 0 && call.scope().isBatch() ? now : begin;
            long wait = Math.max(backoff(), requested(outcome));
            failures++;
            boolean forLong = call.scope().isBatch() && outcome.failure() instanceof TooManyRequestsException;
            long end = call.scope().deadlineOr(begin, forLong ? longestBatch : longest);
            return wait < end - now ? OptionalLong.of(wait) : OptionalLong.empty();
        }

        private long backoff() {
            long most = FIRST_BACKOFF << Math.min(failures, MOST_DOUBLINGS);
            return random.nextLong(most / 2, most + 1);
        }
    }

    private static long requested(Outcome outcome) {
        Duration delay = outcome.retryAfter().delay();
        return delay == null ? 0 : TimeUnit.NANOSECONDS.convert(delay);
    }

    private static boolean mayPass(@Nullable Exception failure) {
        return failure instanceof TooManyRequestsException
                || (failure instanceof PlatformFailureException answered
                        && OUT_OF_SERVICE.contains(answered.httpStatus()))
                || (failure instanceof PlatformUnreachableException unreachable && unreachable.isTransient());
    }
}
