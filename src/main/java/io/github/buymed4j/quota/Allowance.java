package io.github.buymed4j.quota;

/**
 * A limit as it is kept.
 *
 * @param slots how many
 * @param batchSlots how many of them batch requests may have
 * @param cooling nanoseconds from a reply until its slot is free again
 */
record Allowance(int slots, int batchSlots, long cooling) {

    /** A slot returns a thousandth of the window late: two machines' timers do not run equally fast. */
    private static final int GUARD = 1_000;

    static Allowance of(Limit limit, double interactiveShare) {
        int slots = limit.requests();
        long window = limit.window().toNanos();
        return new Allowance(
                slots, Math.max(1, slots - (int) Math.round(slots * interactiveShare)), window + window / GUARD);
    }

    boolean isUnlimited() {
        return slots == Limit.UNLIMITED;
    }

    /** Nanoseconds between two batch requests that are spread evenly. */
    long pace() {
        return cooling / batchSlots;
    }
}
