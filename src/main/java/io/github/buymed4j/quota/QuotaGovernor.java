package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.quota.QuotaStatus.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the requests of this application within the platform's limits: one for this IP address, one for each account.
 * Every request needs a {@link Permit}, which is ended when the request is over. Thread-safe.
 *
 * <p>A request takes its account's slot first, so that no request holds an address slot, which all requests need, while
 * it waits for an account slot.
 */
public final class QuotaGovernor {

    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final QuotaLimits limits;
    private final Time time;
    private final Budget address;
    private final AccountBudgets accounts;
    private final LastHour lastHour;
    private final @Nullable TableCircuitBreaker table;
    private volatile boolean stopped;

    private QuotaGovernor(
            QuotaLimits limits,
            Time time,
            LastHour lastHour,
            @Nullable TableCircuitBreaker table,
            Budget address,
            Function<String, Budget> ofAccount) {
        this.limits = limits;
        this.time = time;
        this.lastHour = lastHour;
        this.table = table;
        this.address = address;
        this.accounts = new AccountBudgets(ofAccount);
    }

    /** Counts in this node's memory; the counts are lost when the process ends. */
    static QuotaGovernor local(QuotaLimits limits, Time time) {
        LastHour lastHour = new LastHour(time);
        return new QuotaGovernor(
                limits,
                time,
                lastHour,
                null,
                new Budget("this IP address", limits.address(), lastHour, time),
                account -> new Budget("this account", limits.account(), lastHour, time));
    }

    /** Shares the limits with other nodes. */
    static QuotaGovernor shared(QuotaLimits limits, Sharing sharing, SlotTable table, Time time) {
        LastHour lastHour = new LastHour(time);
        TableCircuitBreaker careful = new TableCircuitBreaker(table, time);
        return new QuotaGovernor(
                limits,
                time,
                lastHour,
                careful,
                sharing.ofAddress(limits.address(), lastHour, careful, time),
                account -> sharing.ofAccount(account, limits.account(), lastHour, careful, time));
    }

    /**
     * Waits until the request may be sent: not at all while the limits have room, otherwise in line. It waits at most
     * as long as configured for the priority and at most {@code timeLeft}, and fails at once if no slot can be free by
     * then. The permit must be ended even if the stage is cancelled or ignored.
     *
     * <p>The stage fails with a {@link QuotaExceededException}, which says when to try again, or with a
     * {@link io.github.buymed4j.CallInterruptedException} when the thread is interrupted, the timer has stopped or the
     * application stops. The method itself does not throw.
     *
     * @param application shown to operators while the request waits
     * @param account the account that the request counts against, besides the IP address; null for a request without an
     *     account
     * @param timeLeft time until the call's deadline
     * @param timer used to wait without blocking the calling thread: the stage completes at once or on one of the
     *     timer's threads. Null to wait on the calling thread: the returned stage is then already complete
     */
    public CompletionStage<Permit> acquire(
            ApplicationName application,
            @Nullable String account,
            Priority priority,
            Duration timeLeft,
            @Nullable ScheduledExecutorService timer) {
        long configured = after(limits.maxWait(priority));
        return acquire(account, SlotRequest.of(application, priority, configured, after(timeLeft), timer));
    }

    /** As {@link #acquire}, with a wait that the caller chose in place of the configured one. */
    public CompletionStage<Permit> acquireWithin(
            Duration wait,
            ApplicationName application,
            @Nullable String account,
            Priority priority,
            @Nullable ScheduledExecutorService timer) {
        return acquire(account, SlotRequest.of(application, priority, Long.MAX_VALUE, after(wait), timer));
    }

    private CompletionStage<Permit> acquire(@Nullable String account, SlotRequest request) {
        if (stopped) {
            return CompletableFuture.failedFuture(Budget.applicationStops());
        }
        if (account == null) {
            return take(null, request).thenApply(slot -> permit(slot, null));
        }
        return take(account, request)
                .thenCompose(own -> take(null, whileHeld(own, request))
                        .whenComplete((slot, failure) -> {
                            if (failure != null) {
                                own.giveBack();
                            }
                        })
                        .thenApply(slot -> permit(slot, own)));
    }

    private Permit permit(Slot ofAddress, @Nullable Slot ofAccount) {
        lastHour.permitted();
        return new Permit(ofAddress, ofAccount, lastHour);
    }

    private CompletionStage<Slot> take(@Nullable String account, SlotRequest request) {
        CompletionStage<Slot> taken = null;
        while (taken == null) { // a retired budget has a successor
            Budget budget = account == null ? address : accounts.of(account);
            taken = budget.take(request);
        }
        return taken;
    }

    /** Limits the wait so that an account's slot is held for at most its window without sending. */
    private SlotRequest whileHeld(Slot account, SlotRequest request) {
        return request.notAfter(time.nanos() + account.window().toNanos());
    }

    private long after(Duration wait) {
        return time.nanos() + (wait.compareTo(FOREVER) < 0 ? wait : FOREVER).toNanos();
    }

    /** What this node knows of the use; asks no database. */
    public QuotaStatus status() {
        return new QuotaStatus(
                address.use(Optional.empty()),
                accounts.uses(QuotaStatus.MOST_ACCOUNTS),
                lastHour.minutes(),
                table == null ? Database.NONE : table.hasFailed() ? Database.AWAY : Database.THERE);
    }

    /** Ends every wait; later requests are refused instead of waiting. */
    void stop() {
        stopped = true;
        address.stop();
        accounts.stop();
    }
}
