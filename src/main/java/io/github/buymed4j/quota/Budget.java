package io.github.buymed4j.quota;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.quota.SlotTable.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
final class Budget {

    private static final Logger LOG = System.getLogger(Budget.class.getName());

    private final String whose;
    private final Limit limit;
    private final Time time;
    private final Slots slots;
    private final WaitingLine line;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean retired;
    private volatile boolean stopped;

    /**
     * A budget of these slots.
     *
     * @param whose completes the phrase "the limit for …"
     */
    Budget(String whose, Limit limit, Slots slots, Time time) {
        this.whose = whose;
        this.limit = limit;
        this.time = time;
        this.slots = slots;
        this.line = new WaitingLine(slots);
    }

    Duration window() {
        return limit.window();
    }

    /** A slot if one is free for this priority now, else null. Requests that already wait are served first. */
    @Nullable
    Slot poll(Priority priority) {
        return locked(now -> retired ? null : slots.tryTake(priority, now));
    }

    /**
     * Puts the waiter in line, or refuses it if its turn would come after its deadline; false if this budget is
     * retired.
     */
    boolean join(Waiter waiter) {
        return locked(now -> {
            long earliest = line.earliest(waiter.priority(), now);
            if (stopped) {
                waiter.refuse(applicationStops());
            } else if (earliest > waiter.deadline()) {
                waiter.refuse(exceeded(waiter, earliest, now));
            } else if (!retired) {
                line.join(waiter);
            }
            return !retired;
        });
    }

    /**
     * Nanoseconds until the waiter must look again unless it is woken earlier; 0 if its wait is over. If the slots are
     * in a table, the calling thread may query the table; it holds no lock during the query.
     */
    long look(Waiter waiter) {
        if (locked(now -> !stopped && line.beginQuestion(waiter, now))) {
            ask(waiter);
        }
        return locked(now -> {
            if (!waiter.isOver() && (stopped || now >= waiter.deadline())) {
                line.leave(waiter);
                waiter.refuse(
                        stopped ? applicationStops() : exceeded(waiter, line.earliest(waiter.priority(), now), now));
            }
            return waiter.isOver() ? 0 : line.sleep(waiter, now);
        });
    }

    private void ask(Waiter waiter) {
        Answer answer = slots.ask(waiter.priority());
        Slot unclaimed = locked(now -> {
            Slot slot = line.endQuestion(waiter, slots.answered(waiter.priority(), answer, now), now);
            long earliest = slots.earliest(waiter.priority(), now);
            if (!waiter.isOver() && earliest > waiter.deadline()) {
                line.leave(waiter);
                waiter.refuse(exceeded(waiter, earliest, now));
            }
            return slot;
        });
        if (unclaimed != null) {
            giveBack(unclaimed);
        }
    }

    boolean asksTheTable() {
        return slots.areInATable();
    }

    /** Runs a task that may query the table; at most one of these threads runs such tasks at a time. */
    void execute(Executor threads, Runnable task) {
        slots.execute(threads, task);
    }

    /** Takes the waiter out of the line; false if its wait was already over. */
    boolean abandon(Waiter waiter) {
        return locked(now -> {
            boolean waiting = !waiter.isOver();
            if (waiting) {
                line.leave(waiter);
            }
            return waiting;
        });
    }

    /** Frees the slot at once: its request was not sent. */
    void giveBack(Slot slot) {
        if (slot.letGo()) {
            slots.announce(slot, true);
            locked(now -> {
                slots.giveBack(slot);
                line.serve(now);
                line.wakeFirst();
                return slot;
            });
        }
    }

    /** Frees the slot one window from now: its request is over. Later calls have no effect. */
    void replied(Slot slot) {
        if (slot.letGo()) {
            slots.announce(slot, false);
            locked(now -> {
                if (slots.replied(slot, now)) {
                    line.wakeFirst();
                }
                return slot;
            });
        }
    }

    /**
     * Hands out no slot for this time, at most for one window; returns the exception for the caller of the refused
     * request.
     */
    QuotaExceededException close(Duration wait) {
        Duration closing = closing(wait);
        long until = time.nanos() + closing.toNanos();
        if (locked(now -> slots.close(now, until))) {
            LOG.log(
                    Level.WARNING,
                    "The platform refused a request (429) for " + whose + ", which this application uses for " + limit
                            + ". Nothing more is sent for " + closing + "; the platform asked for " + wait
                            + ". Another process may use the same address or account.");
        }
        return QuotaExceededException.refused(whose, time.at(until));
    }

    /** Tells the nodes that share this budget that it is closed. */
    void tellClosed(Duration wait) {
        slots.announceClosing(closing(wait).toNanos());
    }

    private Duration closing(Duration wait) {
        return wait.compareTo(limit.window()) < 0 ? wait : limit.window();
    }

    /** Retires this budget permanently if it is idle; a retired budget hands out no slots. */
    boolean retire() {
        return locked(now -> retired |= line.isEmpty() && slots.areUntouched(now));
    }

    /** Ends every wait; later requests are refused instead of waiting. */
    void stop() {
        stopped = true;
        locked(now -> {
            line.wakeAll();
            return line;
        });
    }

    boolean isStopped() {
        return stopped;
    }

    static CallInterruptedException applicationStops() {
        return new CallInterruptedException("The application stops");
    }

    /**
     * Serves the waiting line, then runs the action under the lock; wakes the affected waiters after releasing the
     * lock.
     */
    private <T extends @Nullable Object> T locked(LongFunction<T> action) {
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
        return slots.isClosedUntil(earliest, now)
                ? QuotaExceededException.refused(whose, then, waiter.patience())
                : QuotaExceededException.usedUp(whose, limit, then, waiter.patience());
    }
}
