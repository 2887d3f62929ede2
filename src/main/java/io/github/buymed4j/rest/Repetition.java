package io.github.buymed4j.rest;

import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.PlatformFailureException;
import io.github.buymed4j.rest.reply.TooManyRequestsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call that only reads while there is hope: the limit was met (429), the platform is out of service (503), the
 * connection broke. Waits in between, each time about twice as long, at random so that many do not come back at once. Anything
 * else, and the last failure before the time is up, goes to the caller as it is. Thread-safe.
 */
final class Repetition {

    private static final long FIRST_WAIT = Duration.ofMillis(200).toNanos();
    private static final int MOST_DOUBLINGS = 4;
    private static final int OUT_OF_SERVICE = 503;

    private final long within;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final Pause pause;

    /** Lets time pass. */
    interface Pause {
        void of(long nanos) throws InterruptedException;
    }

    /** Takes how long after its start a call may be repeated, a ticker that counts nanoseconds, and the randomness. */
    Repetition(Duration within, LongSupplier ticker, RandomGenerator random, Pause pause) {
        this.within = within.toNanos();
        this.ticker = ticker;
        this.random = random;
        this.pause = pause;
    }

    /** Blocks until there is an outcome. */
    @Nullable
    Object send(CallPath.Attempt call) throws Exception {
        long start = ticker.getAsLong();
        for (int failures = 0; ; failures++) {
            try {
                return call.proceed();
            } catch (TooManyRequestsException | PlatformFailureException | PlatformUnreachableException e) {
                long wait = waitAfter(e, failures);
                long left = within - (ticker.getAsLong() - start);
                if (!mayPass(e) || wait >= left || !paused(wait)) {
                    throw e;
                }
            }
        }
    }

    private static boolean mayPass(RuntimeException failure) {
        if (failure instanceof PlatformFailureException answered) {
            return answered.httpStatus() == OUT_OF_SERVICE;
        }
        return !(failure.getCause() instanceof SSLException);
    }

    private long waitAfter(RuntimeException failure, int failures) {
        long most = FIRST_WAIT << Math.min(failures, MOST_DOUBLINGS);
        long backoff = random.nextLong(most / 2, most + 1);
        return failure instanceof TooManyRequestsException limited
                ? Math.max(backoff, TimeUnit.NANOSECONDS.convert(asked(limited)))
                : backoff;
    }

    private static Duration asked(TooManyRequestsException limited) {
        Duration delay = RetryAfter.of(
                        limited.retryAfter().orElse(null),
                        limited.date().orElse(null),
                        InstantSource.system().instant())
                .delay();
        return delay == null ? Duration.ZERO : delay;
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
}
