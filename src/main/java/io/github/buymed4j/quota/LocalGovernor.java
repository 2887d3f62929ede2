package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the limits in this node's memory, which ends with the process.
 *
 * <p>A request takes its account's slot first, so that nobody holds a slot of the address, which all need, while waiting for
 * one of an account.
 */
final class LocalGovernor implements QuotaGovernor {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final QuotaLimits limits;
    private final Time time;
    private final Budget address;
    private final AccountBudgets accounts;

    LocalGovernor(QuotaLimits limits, Time time) {
        this.limits = limits;
        this.time = time;
        double share = limits.interactiveShare();
        this.address = new Budget("this IP address", limits.address(), share, time);
        this.accounts = new AccountBudgets(() -> new Budget("this account", limits.account(), share, time));
    }

    @Override
    public Permit acquire(@Nullable String account, Priority priority) {
        return acquire(account, priority, limits.maxWait(priority));
    }

    @Override
    public Permit acquire(@Nullable String account, Priority priority, Duration maxWait) {
        long deadline = deadline(maxWait);
        Taken own = account == null ? null : take(account, priority, deadline);
        try {
            return new Permit(take(null, priority, deadline), own);
        } catch (RuntimeException e) {
            giveBack(own);
            throw e;
        }
    }

    @Override
    public CompletionStage<Permit> acquireAsync(
            @Nullable String account, Priority priority, Duration maxWait, ScheduledExecutorService timer) {
        long deadline = deadline(maxWait);
        if (account == null) {
            return takeLater(null, priority, deadline, timer).thenApply(slot -> new Permit(slot, null));
        }
        return takeLater(account, priority, deadline, timer)
                .thenCompose(own -> takeLater(null, priority, deadline, timer)
                        .whenComplete((slot, failure) -> giveBack(failure == null ? null : own))
                        .thenApply(slot -> new Permit(slot, own)));
    }

    private Taken take(@Nullable String account, Priority priority, long deadline) {
        Taken taken = null;
        while (taken == null) {
            taken = BlockedThread.take(budget(account), priority, deadline, time);
        }
        return taken;
    }

    private CompletableFuture<Taken> takeLater(
            @Nullable String account, Priority priority, long deadline, ScheduledExecutorService timer) {
        CompletableFuture<Taken> taken = null;
        while (taken == null) {
            taken = PendingSlot.take(budget(account), priority, deadline, timer);
        }
        return taken;
    }

    private Budget budget(@Nullable String account) {
        return account == null ? address : accounts.of(account);
    }

    private long deadline(Duration maxWait) {
        return time.nanos() + (maxWait.compareTo(FOREVER) < 0 ? maxWait : FOREVER).toNanos();
    }

    private static void giveBack(@Nullable Taken taken) {
        if (taken != null) {
            taken.giveBack();
        }
    }
}
