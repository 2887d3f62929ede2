package io.github.buymed4j.quota;

import java.sql.SQLException;
import java.util.List;

/**
 * The slots of all budgets, where all nodes see them. Thread-safe.
 *
 * <p>All times are durations in nanoseconds, from now by the table's own clock: the nodes' clocks need not agree.
 */
interface SlotTable {

    /**
     * Writes back what a node has done with its slots and lends it what it asks for, as far as there is any. Blocks.
     *
     * @throws SQLException when it cannot be reached; then nothing of it may have happened, or all
     */
    Answer exchange(String budget, Allowance allowance, Question question) throws SQLException;

    /**
     * What a node tells and asks.
     *
     * @param interactive how many slots it wants for interactive requests
     * @param batch how many it wants for batch requests
     * @param closing for how long from now nothing may be lent; 0 for nothing to tell
     */
    record Question(List<Returned> returned, int interactive, int batch, long closing) {}

    /**
     * What the table answers.
     *
     * @param nextInteractive when it makes sense to ask for an interactive request again
     * @param nextBatch when it makes sense to ask for a batch request again
     * @param closed for how long nothing is lent
     */
    record Answer(List<Lent> lent, long nextInteractive, long nextBatch, long closed) {}

    /**
     * A slot that is the node's until it returns it, or until a time that is long enough for any request is over.
     *
     * @param loan tells it from later loans of the same slot
     */
    record Lent(int slot, long loan, Priority priority) {}

    /**
     * A slot that the node is done with.
     *
     * @param cooling how long until it is free again; 0 for a slot that was not used
     */
    record Returned(Lent lent, long cooling) {}
}
