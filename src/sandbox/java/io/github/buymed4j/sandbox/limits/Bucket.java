package io.github.buymed4j.sandbox.limits;

/**
 * A bucket that holds the limit, is full at first, and refills evenly over the window. Kept in whole numbers (one request
 * is {@code windowMillis} units, one millisecond refills {@code requests} units), so that nothing is lost by rounding.
 */
final class Bucket implements Counter {
    private final Limit limit;
    private final long capacity;
    private long level;
    private long filledAt = Long.MIN_VALUE;

    Bucket(Limit limit) {
        this.limit = limit;
        this.capacity = limit.requests() * limit.windowMillis();
        this.level = capacity;
    }

    @Override
    public long take(long nowMillis) {
        fill(nowMillis);
        long missing = limit.windowMillis() - level;
        if (missing > 0) {
            return nowMillis + -Math.floorDiv(-missing, limit.requests());
        }
        level -= limit.windowMillis();
        return 0;
    }

    private void fill(long nowMillis) {
        if (filledAt != Long.MIN_VALUE) {
            long passed = Math.min(Math.max(0, nowMillis - filledAt), limit.windowMillis());
            level = Math.min(capacity, level + passed * limit.requests());
        }
        filledAt = nowMillis;
    }
}
