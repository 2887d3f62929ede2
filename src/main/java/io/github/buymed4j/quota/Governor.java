package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A budget for the address and one for each account.
 *
 * <p>A request takes its account's slot first, so that nobody holds a slot of the address, which all need, while waiting for
 * one of an account.
 */
final class Governor implements QuotaGovernor {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final QuotaLimits limits;
    private final Time time;
    private final Budget address;
    private final AccountBudgets accounts;

    Governor(QuotaLimits limits, Time time, Slots ofAddress, Function<String, Slots> ofAccount) {
        this.limits = limits;
        this.time = time;
        this.address = new Budget("this IP address", limits.address(), ofAddress, time);
        this.accounts = new AccountBudgets(
                account -> new Budget("this account", limits.account(), ofAccount.apply(account), time));
    }

    /** All in this node's memory, which ends with the process. */
    static Governor local(QuotaLimits limits, Time time) {
        Allowance ofAddress = Allowance.of(limits.address(), limits.interactiveShare());
        Allowance ofAccount = Allowance.of(limits.account(), limits.interactiveShare());
        return new Governor(limits, time, new Slots(ofAddress), account -> new Slots(ofAccount));
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
            return new Permit(take(null, priority, whileHeld(own, deadline)), own);
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
                .thenCompose(own -> takeLater(null, priority, whileHeld(own, deadline), timer)
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

    /** Nobody holds an account's slot for longer than its window without sending. */
    private long whileHeld(@Nullable Taken account, long deadline) {
        return account == null
                ? deadline
                : Math.min(deadline, time.nanos() + account.budget().window().toNanos());
    }

    private static void giveBack(@Nullable Taken taken) {
        if (taken != null) {
            taken.giveBack();
        }
    }
}
