package io.github.buymed4j.quota;

import org.jspecify.annotations.Nullable;

/**
 * The slots of all budgets, where all nodes see them. Blocks. Thread-safe.
 *
 * <p>All times are durations in nanoseconds, from now by the table's own clock: the nodes' clocks need not agree. A method that
 * throws a {@link io.github.buymed4j.database.DatabaseException} may or may not have done what it was asked.
 */
interface SlotTable {

    /** A slot of the budget if there is one for such a request now. */
    Answer lend(SharedLimit limit, Priority priority);

    /** The loan's slot is free again so long from now; nothing happens where the loan is over already. */
    void end(SharedLimit limit, SlotLease loan, long cooling);

    /** Lends nothing of the budget for so long; never shortens that. */
    void close(SharedLimit limit, long wait);

    /**
     * A limit that nodes share.
     *
     * @param budget names it: the same on all nodes
     * @param hold nanoseconds after which a loan's request was counted by the platform, if it ever is. A slot that nobody
     *     ends, because its node died, is free one cooling after that
     */
    record SharedLimit(String budget, Allowance allowance, long hold) {

        long provisional() {
            return allowance.cooling() + hold;
        }
    }

    /**
     * A slot that is lent.
     *
     * @param id tells this loan of the slot from later ones
     */
    record SlotLease(int slot, long id) {}

    /**
     * A loan, or when it makes sense to ask again.
     *
     * @param delay more than 0 without a loan
     * @param closed for how long nothing is lent because the platform refused a request; 0 where it did not
     */
    record Answer(@Nullable SlotLease loan, long delay, long closed) {

        static Answer lent(SlotLease loan) {
            return new Answer(loan, 0, 0);
        }

        static Answer none(long delay, long closed) {
            return new Answer(null, delay, closed);
        }
    }
}
