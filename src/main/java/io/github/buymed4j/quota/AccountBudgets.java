package io.github.buymed4j.quota;

import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The budgets of the accounts that made requests recently. Thread-safe.
 *
 * <p>Their number is bounded by use: when it has doubled since the last sweep, idle budgets are dropped. A budget is
 * idle if no slot is taken, no request waits and it is not closed.
 */
final class AccountBudgets {

    private static final int FEW = 1_000;

    private final Function<String, Budget> newBudget;
    private final ConcurrentMap<String, Budget> budgets = new ConcurrentHashMap<>();
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile int sweepAt = FEW;
    private volatile boolean stopped;

    AccountBudgets(Function<String, Budget> newBudget) {
        this.newBudget = newBudget;
    }

    /** The account's budget. It may be retired before its first slot is taken; the caller then asks again. */
    Budget of(String account) {
        Budget budget = budgets.get(account);
        return budget != null ? budget : create(account);
    }

    /** Ends every wait, including waits in budgets created later. */
    void stop() {
        stopped = true;
        budgets.values().forEach(Budget::stop);
    }

    /** The budgets in use: those that are closed or waited for first, then those used most. */
    List<BudgetUse> uses(int most) {
        return budgets.entrySet().stream()
                .map(budget -> budget.getValue().use(Optional.of(budget.getKey())))
                .filter(use -> !use.isIdle())
                .sorted(Comparator.comparing(BudgetUse::isHeldUp)
                        .thenComparingInt(BudgetUse::used)
                        .reversed())
                .limit(most)
                .toList();
    }

    int size() {
        return budgets.size();
    }

    private Budget create(String account) {
        if (budgets.size() >= sweepAt && sweeping.tryLock()) {
            try {
                budgets.values().removeIf(Budget::retire);
                sweepAt = Math.max(FEW, 2 * budgets.size());
            } finally {
                sweeping.unlock();
            }
        }
        Budget budget = budgets.computeIfAbsent(account, newBudget);
        if (stopped) {
            budget.stop();
        }
        return budget;
    }
}
