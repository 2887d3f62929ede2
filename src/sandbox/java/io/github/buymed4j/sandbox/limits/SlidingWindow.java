package io.github.buymed4j.sandbox.limits;

/** Exact: never more than the limit in any window, wherever it begins. */
final class SlidingWindow implements Counter {
    private static final int FIRST_CAPACITY = 128;

    private final Limit limit;
    private long[] admitted = new long[FIRST_CAPACITY];
    private int oldest;
    private int size;

    SlidingWindow(Limit limit) {
        this.limit = limit;
    }

    @Override
    public long take(long nowMillis) {
        while (size > 0 && admitted[oldest] + limit.windowMillis() <= nowMillis) {
            oldest = (oldest + 1) % admitted.length;
            size--;
        }
        if (size >= limit.requests()) {
            return admitted[oldest] + limit.windowMillis();
        }
        add(nowMillis);
        return 0;
    }

    private void add(long nowMillis) {
        if (size == admitted.length) {
            grow();
        }
        admitted[(oldest + size) % admitted.length] = nowMillis;
        size++;
    }

    private void grow() {
        long[] larger = new long[admitted.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = admitted[(oldest + i) % admitted.length];
        }
        admitted = larger;
        oldest = 0;
    }
}
