package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.Deque;

/** A platform that allows so many requests in a window, in one of the ways of counting. Time is in nanoseconds. */
sealed interface SimulatedPlatform {

    /** Whether a request that arrives now is within the limit; one that is not is not counted. */
    boolean accepts(long now);

    /** The ways in which a platform may count. */
    enum Counting {
        FIXED,
        SLIDING,
        BUCKET
    }

    /**
     * A platform that nothing has been sent to.
     *
     * @param phase where in its window a fixed window is at time 0, in nanoseconds
     */
    static SimulatedPlatform of(Counting counting, int limit, long window, long phase) {
        return switch (counting) {
            case FIXED -> new FixedWindow(limit, window, phase);
            case SLIDING -> new SlidingWindow(limit, window);
            case BUCKET -> new TokenBucket(limit, window);
        };
    }

    /** Counts anew when a window of the wall clock begins. */
    final class FixedWindow implements SimulatedPlatform {
        private final int limit;
        private final long window;
        private final long phase;
        private long current = -1;
        private int count;

        FixedWindow(int limit, long window, long phase) {
            this.limit = limit;
            this.window = window;
            this.phase = phase;
        }

        @Override
        public boolean accepts(long now) {
            long index = (now + phase) / window;
            if (index != current) {
                current = index;
                count = 0;
            }
            return count < limit && ++count > 0;
        }
    }

    /** Counts what arrived in the window that ends now, the edge included. */
    final class SlidingWindow implements SimulatedPlatform {
        private final int limit;
        private final long window;
        private final Deque<Long> arrivals = new ArrayDeque<>();

        SlidingWindow(int limit, long window) {
            this.limit = limit;
            this.window = window;
        }

        @Override
        public boolean accepts(long now) {
            while (!arrivals.isEmpty() && arrivals.getFirst() < now - window) {
                arrivals.removeFirst();
            }
            return arrivals.size() < limit && arrivals.add(now);
        }
    }

    /** Full at first; refilled evenly, one window from empty to full. */
    final class TokenBucket implements SimulatedPlatform {
        private final int limit;
        private final double perNano;
        private double tokens;
        private long last;

        TokenBucket(int limit, long window) {
            this.limit = limit;
            this.perNano = (double) limit / window;
            this.tokens = limit;
        }

        @Override
        public boolean accepts(long now) {
            tokens = Math.min(limit, tokens + (now - last) * perNano);
            last = now;
            boolean accepted = tokens >= 1;
            tokens -= accepted ? 1 : 0;
            return accepted;
        }
    }
}
