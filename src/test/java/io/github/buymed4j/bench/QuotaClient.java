package io.github.buymed4j.bench;

import io.github.bucket4j.Bucket;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.RetryAfter;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A way of keeping within the limits. Thread-safe. */
interface QuotaClient {

    Limit MINUTE = new Limit(100, Duration.ofSeconds(1));
    Limit HOUR = new Limit(1_000, Duration.ofSeconds(10));
    Governors.Limits LIMITS = new Governors.Limits(
            MINUTE.requests(), MINUTE.window(), HOUR.requests(), HOUR.window(), 0, Duration.ofMinutes(1));

    /**
     * Sends one request when it thinks fit.
     *
     * @param request gives false for a 429
     */
    boolean send(BooleanSupplier request) throws InterruptedException;

    /** So many requests in a window. */
    record Limit(int requests, Duration window) {}

    /** How such a client is made, with nothing sent yet. */
    record Kind(String name, Supplier<QuotaClient> fresh) {}

    static List<Kind> all() {
        return List.of(
                new Kind("buymed4j", () -> governed(Governors.local(LIMITS), "demo")),
                new Kind("retry on 429", QuotaClient::retrying),
                new Kind("Resilience4j RateLimiter", QuotaClient::resilience4j),
                new Kind("Bucket4j", QuotaClient::bucket4j));
    }

    static QuotaClient governed(QuotaGovernor governor, String account) {
        return request -> {
            Permit permit = Governors.permit(governor, account, Priority.INTERACTIVE, LIMITS.maxWait());
            try {
                boolean accepted = request.getAsBoolean();
                if (!accepted) {
                    permit.rejected(RetryAfter.UNKNOWN);
                }
                return accepted;
            } finally {
                permit.replied();
            }
        };
    }

    /** Tries again a twentieth of the window later: {@code Retry-After} counts in seconds, which are windows here. */
    private static QuotaClient retrying() {
        return request -> {
            boolean accepted = request.getAsBoolean();
            if (!accepted) {
                Thread.sleep(MINUTE.window().toMillis() / 20);
            }
            return accepted;
        };
    }

    private static QuotaClient resilience4j() {
        RateLimiter hour = rateLimiter(HOUR);
        RateLimiter minute = rateLimiter(MINUTE);
        return request -> {
            hour.acquirePermission();
            minute.acquirePermission();
            return request.getAsBoolean();
        };
    }

    private static RateLimiter rateLimiter(Limit limit) {
        return RateLimiter.of(
                "limit",
                RateLimiterConfig.custom()
                        .limitForPeriod(limit.requests())
                        .limitRefreshPeriod(limit.window())
                        .timeoutDuration(Duration.ofMinutes(1))
                        .build());
    }

    private static QuotaClient bucket4j() {
        Bucket bucket = Bucket.builder()
                .addLimit(hour -> hour.capacity(HOUR.requests()).refillGreedy(HOUR.requests(), HOUR.window()))
                .addLimit(minute -> minute.capacity(MINUTE.requests()).refillGreedy(MINUTE.requests(), MINUTE.window()))
                .build();
        return request -> {
            bucket.asBlocking().consume(1);
            return request.getAsBoolean();
        };
    }
}
