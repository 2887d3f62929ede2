/**
 * Decides when a request may be sent. Start with {@link io.github.buymed4j.quota.QuotaGovernor}.
 *
 * <p>One rule: <em>a slot becomes free one window after its reply.</em> A request reaches the platform before its reply
 * comes back, and the next request of its slot only after being sent, so the platform sees two uses of one slot at
 * least one window apart. This is correct for a fixed window, a sliding window and a token bucket, without knowing
 * which of them the platform uses.
 *
 * <pre>
 * QuotaGovernor ─▶ Budget (this IP address) ────┬─▶ Slots        how many are taken, when each is free again
 *               └▶ AccountBudgets ─▶ Budget ────┴─▶ WaitingLine  interactive before batch, else in order of arrival
 *                                                      └▶ Waiter  waits on its thread, or on a timer
 * </pre>
 *
 * A {@link io.github.buymed4j.quota.Permit} holds one slot of each budget. The slots are counted in memory. If nodes
 * share them, a SharedBudget asks the SlotTable in the database for each slot.
 *
 * <p>Uses {@code config}, {@code database} and {@code time} and nothing else of buymed4j.
 */
@NullMarked
package io.github.buymed4j.quota;

import org.jspecify.annotations.NullMarked;
