/**
 * May this request be sent now? Start with {@link io.github.buymed4j.quota.QuotaGovernor}.
 *
 * <p>One rule: <em>a slot becomes free one window after its reply.</em> A request reaches the platform before its reply
 * comes back and its slot's next request after it is sent, so the platform sees two uses of one slot at least one window
 * apart: right for a fixed window, a sliding window and a token bucket, without knowing which of them it is.
 *
 * <pre>
 * QuotaGovernor ─▶ Budget (this IP address) ────┬─▶ Slots        who has one, when each is free again
 *               └▶ AccountBudgets ─▶ Budget ────┴─▶ WaitingLine  interactive before batch, else first come, first served
 * </pre>
 *
 * The slots are counted in memory; where nodes share them, SharedSlots asks the SlotTable in the database for each.
 *
 * Uses {@code config} and {@code database} and nothing else of buymed4j.
 */
@NullMarked
package io.github.buymed4j.quota;

import org.jspecify.annotations.NullMarked;
