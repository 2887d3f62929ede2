package io.github.buymed4j.quota;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The slots of all budgets, shared by all nodes. The methods block. Thread-safe.
 *
 * <p>All times are durations in nanoseconds from now by the table's own clock, so the nodes' clocks need not agree. A
 * method that throws a {@link io.github.buymed4j.internal.database.DatabaseException} may or may not have taken effect.
 */
interface SlotTable {

    /** Lends a slot of the budget if one is free for this priority now. */
    Answer lend(SharedLimit limit, Priority priority);

    /** Frees the lease's slot after {@code cooling}; has no effect if the lease is already over. */
    void end(SharedLimit limit, SlotLease lease, long cooling);

    /** Lends no slot of the budget for this time; never shortens an earlier closing. */
    void close(SharedLimit limit, long wait);

    /**
     * A limit that nodes share.
     *
     * @param budget its name, the same on all nodes
     * @param hold the time after which the platform has counted a lease's request, if it ever does. A slot that is not
     *     ended, because its node crashed, is free one cooling later
     */
    record SharedLimit(String budget, Limit limit, Duration hold) {

        /** Nanoseconds after which a slot is free that is not ended. */
        long provisional() {
            return limit.cooling() + hold.toNanos();
        }
    }

    /**
     * A lent slot.
     *
     * @param id distinguishes this lease of the slot from later ones
     */
    record SlotLease(int slot, long id) {}

    /**
     * A lease, or the time until the next useful query.
     *
     * @param delay nanoseconds until the next useful query; greater than 0 without a lease
     * @param closed nanoseconds for which no slot is lent because the platform refused a request; 0 if it did not
     */
    record Answer(@Nullable SlotLease lease, long delay, long closed) {

        static Answer lent(SlotLease lease) {
            return new Answer(lease, 0, 0);
        }

        static Answer none(long delay, long closed) {
            return new Answer(null, delay, closed);
        }
    }
}
