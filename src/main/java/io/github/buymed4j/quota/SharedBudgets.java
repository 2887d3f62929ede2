package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.Executor;

/** This node's part of the budgets that nodes share. */
final class SharedBudgets {

    /** How long the table may take to answer before a request that would not wait at all is refused. */
    private static final Duration ROUND_TRIP = Duration.ofSeconds(1);

    private final QuotaLimits limits;
    private final Sharing sharing;
    private final SlotTable table;
    private final Executor executor;
    private final Time time;

    SharedBudgets(QuotaLimits limits, Sharing sharing, SlotTable table, Executor executor, Time time) {
        this.limits = limits;
        this.sharing = sharing;
        this.table = new CarefulTable(table, time);
        this.executor = executor;
        this.time = time;
    }

    Governor governor() {
        Budget address = budget("address " + sharing.address(), Terms.ofAddress(limits));
        return new Governor(
                limits, ROUND_TRIP, time, address, account -> budget("account " + account, Terms.ofAccount(limits)));
    }

    private Budget budget(String name, Terms terms) {
        Allowance all = Allowance.of(terms.limit(), limits.interactiveShare());
        Allowance fairShare = Allowance.of(terms.limit().fairShare(sharing.nodes()), limits.interactiveShare());
        Duration patience = sharing.longestRequest().dividedBy(2);
        return new SharedBudget(name, terms, new SharedSlots(all, fairShare, patience), time, table, executor);
    }
}
