package io.github.buymed4j.rest;

import io.github.buymed4j.config.Settings;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.PlatformFailureException;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call that only reads while there is hope: the limit was met (429), the platform is out of service (503), the
 * connection broke. Waits in between, each time about twice as long, at random so that many do not come back at once. Anything
 * else, and the last failure before the time is up, goes to the caller as it is. Thread-safe.
 *
 * <p>The time counts from the start of the call; for batch work, which may have waited long for the quota, from its first
 * failure. Batch work that met the limit is repeated for as long as it would wait for the quota.
 */
final class Repetition {

    private static final long FIRST_WAIT = Duration.ofMillis(200).toNanos();
    private static final int MOST_DOUBLINGS = 4;
    private static final int OUT_OF_SERVICE = 503;

    private final Duration within;
    private final Duration batchMaxWait;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final Pause pause;

    /** Lets time pass. */
    interface Pause {
        void of(long nanos) throws InterruptedException;
    }

    Repetition(Settings settings) {
        this(
                settings.repeatWithin(),
                settings.quotaBatchMaxWait(),
                System::nanoTime,
                new Random(),
                TimeUnit.NANOSECONDS::sleep);
    }

    /** Takes how long a call may be repeated, a ticker that counts nanoseconds, and the randomness, for all threads. */
    Repetition(Duration within, Duration batchMaxWait, LongSupplier ticker, RandomGenerator random, Pause pause) {
        this.within = within;
        this.batchMaxWait = batchMaxWait;
        this.ticker = ticker;
        this.random = random;
        this.pause = pause;
    }

    /** Blocks until there is an outcome. */
    @Nullable
    Object send(Caller caller, CallPath.Attempt call) throws Exception {
        Course course = new Course(caller);
        while (true) {
            try {
                return call.proceed();
            } catch (Exception e) {
                OptionalLong wait = course.waitAfter(e);
                if (wait.isEmpty() || !paused(wait.getAsLong())) {
                    throw e;
                }
            }
        }
    }

    /** Blocks nothing: the call is repeated by a thread of the timer. */
    CompletionStage<?> sendAsync(
            Caller caller, ScheduledExecutorService timer, Supplier<? extends CompletionStage<?>> call) {
        return sendAsync(new Course(caller), timer, call);
    }

    private CompletionStage<?> sendAsync(
            Course course, ScheduledExecutorService timer, Supplier<? extends CompletionStage<?>> call) {
        return call.get()
                .<CompletionStage<?>>handle((reply, thrown) -> {
                    OptionalLong wait =
                            thrown == null ? OptionalLong.empty() : course.waitAfter(CallPath.causeOf(thrown));
                    if (wait.isPresent()) {
                        return later(wait.getAsLong(), timer).thenCompose(now -> sendAsync(course, timer, call));
                    }
                    return thrown == null
                            ? CompletableFuture.completedFuture(reply)
                            : CompletableFuture.failedFuture(thrown);
                })
                .thenCompose(outcome -> outcome);
    }

    private static CompletableFuture<@Nullable Void> later(long nanos, ScheduledExecutorService timer) {
        CompletableFuture<@Nullable Void> now = new CompletableFuture<>();
        Runnable wake = () -> now.complete(null);
        var unused = timer.schedule(wake, nanos, TimeUnit.NANOSECONDS);
        return now;
    }

    private boolean paused(long nanos) {
        try {
            pause.of(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One call and its failures so far. */
    private final class Course {

        private final Caller caller;
        private long begin = ticker.getAsLong();
        private int failures;

        Course(Caller caller) {
            this.caller = caller;
        }

        /** How many nanoseconds to wait before the call is repeated; empty where there is no hope, or no time. */
        OptionalLong waitAfter(Throwable failure) {
            if (within.isZero() || !mayPass(failure)) {
                return OptionalLong.empty();
            }
            long now = ticker.getAsLong();
            begin = failures == 0 && caller.isBatch() ? now : begin;
            long wait = backoff(failure);
            failures++;
            boolean forLong = caller.isBatch() && failure instanceof TooManyRequestsException;
            return wait < caller.nanosLeft(begin, forLong ? batchMaxWait : within, now)
                    ? OptionalLong.of(wait)
                    : OptionalLong.empty();
        }

        private long backoff(Throwable failure) {
            long most = FIRST_WAIT << Math.min(failures, MOST_DOUBLINGS);
            long backoff = random.nextLong(most / 2, most + 1);
            return failure instanceof TooManyRequestsException limited
                    ? Math.max(backoff, TimeUnit.NANOSECONDS.convert(asked(limited)))
                    : backoff;
        }
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof TooManyRequestsException
                || (failure instanceof PlatformFailureException answered && answered.httpStatus() == OUT_OF_SERVICE)
                || (failure instanceof PlatformUnreachableException && !(failure.getCause() instanceof SSLException));
    }

    private static Duration asked(TooManyRequestsException limited) {
        Duration delay = RetryAfter.of(
                        limited.retryAfter().orElse(null),
                        limited.date().orElse(null),
                        InstantSource.system().instant())
                .delay();
        return delay == null ? Duration.ZERO : delay;
    }
}
