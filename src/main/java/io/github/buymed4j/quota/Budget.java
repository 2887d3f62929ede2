package io.github.buymed4j.quota;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.quota.QuotaStatus.BudgetUse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Enforces one limit: hands out its slots in order, and each slot again one window after its reply. Thread-safe.
 *
 * <p>It has no thread of its own. Each call serves the waiting line; the first waiter calls again when the next slot
 * returns.
 */
class Budget {

    private static final Logger LOG = System.getLogger(Budget.class.getName());

    private final String whose;
    private final Limit limit;
    private final Time time;
    private final LastHour lastHour;
    private final Slots slots;
    private final WaitingLine line;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean retired;
    private volatile boolean stopped;

    /**
     * A budget that is counted in this node's memory.
     *
     * @param whose completes the phrase "the limit for …"
     */
    Budget(String whose, Limit limit, LastHour lastHour, Time time) {
        this(whose, limit, lastHour, time, new Slots(limit));
    }

    Budget(String whose, Limit limit, LastHour lastHour, Time time, Slots slots) {
        this.whose = whose;
        this.limit = limit;
        this.lastHour = lastHour;
        this.time = time;
        this.slots = slots;
        this.line = new WaitingLine(slots);
    }

    final Duration window() {
        return limit.window();
    }

    final WaitingLine line() {
        return line;
    }

    /** A slot, now or when the request's turn has come; null if this budget is retired. */
    final @Nullable CompletionStage<Slot> take(SlotRequest request) {
        Slot slot = poll(request);
        if (slot != null) {
            return CompletableFuture.completedFuture(slot);
        }
        Waiter waiter = new Waiter(this, request, time);
        return join(waiter) ? waiter.await() : null;
    }

    /** A slot if one is free now, else null. Requests that already wait are served first. */
    private @Nullable Slot poll(SlotRequest request) {
        return locked(now ->
                !retired && slots.isFree(request.priority(), now) ? slots.count(new Slot(this, request, null)) : null);
    }

    /**
     * Puts the waiter in line, or refuses it if its turn would come after its deadline; false if this budget is
     * retired.
     */
    private boolean join(Waiter waiter) {
        return locked(now -> {
            long earliest = line.earliest(waiter.priority(), now);
            if (stopped) {
                waiter.refuse(applicationStops());
            } else if (earliest > waiter.request().deadline()) {
                waiter.refuse(exceeded(waiter, earliest, now));
            } else if (!retired) {
                line.join(waiter);
            }
            return !retired;
        });
    }

    /** Nanoseconds until the waiter must look again unless it is woken earlier; 0 if its wait is over. */
    long look(Waiter waiter) {
        return locked(now -> {
            if (!waiter.isOver() && (stopped || now >= waiter.request().deadline())) {
                line.leave(waiter);
                waiter.refuse(
                        stopped ? applicationStops() : exceeded(waiter, line.earliest(waiter.priority(), now), now));
            }
            return waiter.isOver() ? 0L : line.sleep(waiter, now);
        });
    }

    /** Refuses the waiter if no slot can be free before its deadline. Called under the lock. */
    final void refuseIfTooLate(Waiter waiter, long earliest, long now) {
        if (!waiter.isOver() && earliest > waiter.request().deadline()) {
            line.leave(waiter);
            waiter.refuse(exceeded(waiter, earliest, now));
        }
    }

    /** Takes the waiter out of the line; a slot that it was granted is free again. */
    final void abandon(Waiter waiter) {
        Slot granted = locked(now -> {
            if (!waiter.isOver()) {
                line.leave(waiter);
            }
            return waiter.slot();
        });
        if (granted != null) {
            granted.giveBack();
        }
    }

    /** Frees the slot: at once if its request was not sent, else one window from now. Later calls have no effect. */
    final void end(Slot slot, boolean unused) {
        if (slot.letGo()) {
            offload(slot.threads(), () -> ended(slot, unused));
        }
    }

    void ended(Slot slot, boolean unused) {
        locked(now -> {
            if (slots.end(slot, unused, now)) {
                line.serve(now);
                line.wakeFirst();
            }
            return slot;
        });
    }

    /**
     * Hands out no slot for this time, at most for one window.
     *
     * @param threads run the statement that tells other nodes; null if the calling thread does
     */
    void close(Duration wait, @Nullable Executor threads) {
        Duration closing = closing(wait);
        long until = time.nanos() + closing.toNanos();
        if (locked(now -> slots.close(now, until))) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3003 the platform refused a request (429) for " + whose + ", whose limit is " + limit
                            + " here. Nothing more is sent for " + closing + "; the platform asked for " + wait
                            + ". Another process may use the same address or account.");
        }
    }

    final Duration closing(Duration wait) {
        return wait.compareTo(limit.window()) < 0 ? wait : limit.window();
    }

    /** Runs a task that looks for a slot on these threads. */
    void execute(Executor threads, Runnable task) {
        threads.execute(task);
    }

    /** Runs a task; on these threads, if there are any, if it may call the database. */
    void offload(@Nullable Executor threads, Runnable task) {
        task.run();
    }

    /** What is known of the use now. */
    final BudgetUse use(Optional<String> account) {
        return locked(now -> new BudgetUse(
                account,
                slots.taken(),
                limit.isUnlimited() ? OptionalInt.empty() : OptionalInt.of(limit.requests()),
                limit.window(),
                slots.firstReturning().map(slot -> time.at(slot.freeAt())),
                now < slots.closedUntil() ? Optional.of(time.at(slots.closedUntil())) : Optional.empty(),
                line.first(QuotaStatus.MOST_WAITING)
                        .map(waiter -> waiter.status(now))
                        .toList(),
                line.size()));
    }

    /** Retires this budget permanently if it is idle; a retired budget hands out no slots. */
    final boolean retire() {
        return locked(now -> retired |= line.isEmpty() && slots.areUntouched(now));
    }

    /** Ends every wait; later requests are refused instead of waiting. */
    final void stop() {
        stopped = true;
        locked(now -> {
            line.wakeAll();
            return line;
        });
    }

    final boolean isStopped() {
        return stopped;
    }

    static CallInterruptedException applicationStops() {
        return new CallInterruptedException("The application stops");
    }

    /**
     * Serves the waiting line, then runs the action under the lock; wakes the affected waiters after releasing the
     * lock.
     */
    final <T extends @Nullable Object> T locked(LongFunction<T> action) {
        List<Waiter> woken = List.of();
        lock.lock();
        try {
            long now = time.nanos();
            slots.reclaim(now);
            line.serve(now);
            T result = action.apply(now);
            woken = line.takeWoken();
            return result;
        } finally {
            lock.unlock();
            woken.forEach(Waiter::wake);
        }
    }

    private QuotaExceededException exceeded(Waiter waiter, long earliest, long now) {
        Instant then = time.at(earliest);
        lastHour.refused();
        return slots.isClosedUntil(earliest, now)
                ? QuotaExceededException.refused(whose, then, waiter.request())
                : QuotaExceededException.usedUp(whose, limit, then, waiter.request());
    }
}
