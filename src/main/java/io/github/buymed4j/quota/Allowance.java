package io.github.buymed4j.quota;

/**
 * A limit in the form that {@link Slots} enforces.
 *
 * @param slots number of slots
 * @param batchSlots how many of them batch requests may use
 * @param cooling nanoseconds from a reply until its slot is free again
 */
record Allowance(int slots, int batchSlots, long cooling) {

    /** A slot returns a thousandth of the window late, because the timers of two machines differ slightly in speed. */
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
