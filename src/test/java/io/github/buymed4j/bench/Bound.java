package io.github.buymed4j.bench;

import org.jspecify.annotations.Nullable;

/** What must hold for a figure. */
record Bound(Kind kind, double limit) {

    enum Kind {
        /** Ours is at most so much. */
        AT_MOST,
        /** Ours is at least so much. */
        AT_LEAST,
        /** Ours is at most so many times the alternative. */
        TIMES_AT_MOST,
        /** Ours is at least so many times the alternative. */
        TIMES_AT_LEAST,
        /** The alternative is at least so many times ours. */
        TIMES_LESS_AT_LEAST
    }

    /** Null where ours is not compared but added to the alternative. */
    @Nullable
    Double ratio(Medians medians) {
        return switch (kind) {
            case AT_MOST, AT_LEAST -> null;
            case TIMES_AT_MOST, TIMES_AT_LEAST -> medians.ours() / medians.against();
            case TIMES_LESS_AT_LEAST -> medians.against() / medians.ours();
        };
    }

    boolean holds(Medians medians) {
        Double ratio = ratio(medians);
        double judged = ratio == null ? medians.ours() : ratio;
        return switch (kind) {
            case AT_MOST, TIMES_AT_MOST -> judged <= limit;
            case AT_LEAST, TIMES_AT_LEAST, TIMES_LESS_AT_LEAST -> judged >= limit;
        };
    }
}
