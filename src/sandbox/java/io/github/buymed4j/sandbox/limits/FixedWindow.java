package io.github.buymed4j.sandbox.limits;

/** Windows that begin at whole multiples of their length; up to twice the limit can pass around a border. */
final class FixedWindow implements Counter {
    private final Limit limit;
    private long start;
    private int count;

    FixedWindow(Limit limit) {
        this.limit = limit;
    }

    @Override
    public long take(long nowMillis) {
        long current = nowMillis - Math.floorMod(nowMillis, limit.windowMillis());
        if (current != start) {
            start = current;
            count = 0;
        }
        if (count >= limit.requests()) {
            return start + limit.windowMillis();
        }
        count++;
        return 0;
    }
}
