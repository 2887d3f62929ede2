package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Governs requests with one budget for the IP address and one for each account.
 *
 * <p>A request takes its account's slot first, so that no request holds an address slot, which all requests need, while
 * it waits for an account slot.
 */
final class Governor implements QuotaGovernor {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final QuotaLimits limits;
    private final Time time;
    private final Budget address;
    private final AccountBudgets accounts;
    private volatile boolean stopped;

    Governor(QuotaLimits limits, Time time, Slots ofAddress, Function<String, Slots> ofAccount) {
        this.limits = limits;
        this.time = time;
        this.address = new Budget("this IP address", limits.address(), ofAddress, time);
        this.accounts = new AccountBudgets(
                account -> new Budget("this account", limits.account(), ofAccount.apply(account), time));
    }

    /** Counts in this node's memory; the counts are lost when the process ends. */
    static Governor local(QuotaLimits limits, Time time) {
        Allowance ofAddress = Allowance.of(limits.address(), limits.interactiveShare());
        Allowance ofAccount = Allowance.of(limits.account(), limits.interactiveShare());
        return new Governor(limits, time, new Slots(ofAddress), account -> new Slots(ofAccount));
    }

    @Override
    public CompletionStage<Permit> acquire(
            @Nullable String account, Priority priority, Duration timeLeft, @Nullable ScheduledExecutorService timer) {
        return acquire(account, priority, patience(priority, timeLeft), timer);
    }

    @Override
    public CompletionStage<Permit> acquireWithin(
            Duration wait, @Nullable String account, Priority priority, @Nullable ScheduledExecutorService timer) {
        return acquire(account, priority, Patience.of(priority, Long.MAX_VALUE, after(wait)), timer);
    }

    private CompletionStage<Permit> acquire(
            @Nullable String account, Priority priority, Patience patience, @Nullable ScheduledExecutorService timer) {
        if (stopped) {
            return CompletableFuture.failedFuture(Budget.applicationStops());
        }
        if (account == null) {
            return take(null, priority, patience, timer).thenApply(slot -> new Permit(slot, null));
        }
        return take(account, priority, patience, timer)
                .thenCompose(own -> take(null, priority, whileHeld(own, patience), timer)
                        .whenComplete((slot, failure) -> giveBack(failure == null ? null : own))
                        .thenApply(slot -> new Permit(slot, own)));
    }

    /** Ends every wait; later requests are refused instead of waiting. */
    void stop() {
        stopped = true;
        address.stop();
        accounts.stop();
    }

    private CompletableFuture<HeldSlot> take(
            @Nullable String account, Priority priority, Patience patience, @Nullable ScheduledExecutorService timer) {
        CompletableFuture<HeldSlot> taken = null;
        while (taken == null) {
            Budget budget = account == null ? address : accounts.of(account);
            taken = timer == null
                    ? BlockedThread.take(budget, priority, patience, time)
                    : PendingSlot.take(budget, priority, patience, timer);
        }
        return taken;
    }

    private Patience patience(Priority priority, Duration timeLeft) {
        return Patience.of(priority, after(limits.maxWait(priority)), after(timeLeft));
    }

    private long after(Duration wait) {
        return time.nanos() + (wait.compareTo(FOREVER) < 0 ? wait : FOREVER).toNanos();
    }

    /** Limits the wait so that an account's slot is held for at most its window without sending. */
    private Patience whileHeld(HeldSlot account, Patience patience) {
        return patience.notAfter(time.nanos() + account.budget().window().toNanos());
    }

    private static void giveBack(@Nullable HeldSlot taken) {
        if (taken != null) {
            taken.giveBack();
        }
    }
}
