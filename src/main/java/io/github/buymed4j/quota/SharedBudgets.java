package io.github.buymed4j.quota;

import io.github.buymed4j.quota.SlotTable.SharedLimit;
import java.time.Duration;

/** Creates this node's governor for budgets that all nodes share. */
final class SharedBudgets {

    private final QuotaLimits limits;
    private final Sharing sharing;
    private final TableCircuitBreaker table;
    private final Time time;

    SharedBudgets(QuotaLimits limits, Sharing sharing, SlotTable table, Time time) {
        this.limits = limits;
        this.sharing = sharing;
        this.table = new TableCircuitBreaker(table, time);
        this.time = time;
    }

    Governor governor() {
        Slots ofAddress = slots("address " + sharing.egress(), limits.address(), sharing.longestRequest());
        return new Governor(limits, time, ofAddress, this::ofAccount);
    }

    /** A request that holds an account slot waits for an address slot for at most one window of the account. */
    private Slots ofAccount(String account) {
        Duration hold = sharing.longestRequest().plus(limits.account().window());
        return slots("account " + account, limits.account(), hold);
    }

    private Slots slots(String budget, Limit limit, Duration hold) {
        double share = limits.interactiveShare();
        if (limit.isUnlimited()) {
            return new Slots(Allowance.of(limit, share)); // nothing to share; each node handles a 429 on its own
        }
        return new SharedSlots(
                new SharedLimit(budget, Allowance.of(limit, share), hold.toNanos()),
                Allowance.of(limit.fairShare(sharing.nodes()), share),
                table);
    }
}
