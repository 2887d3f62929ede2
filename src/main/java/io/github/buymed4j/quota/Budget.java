package io.github.buymed4j.quota;

import io.github.buymed4j.CallInterruptedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One limit, kept: hands out its slots in turn, and each again one window after its reply. Thread-safe.
 *
 * <p>It has no thread of its own. Whoever comes by serves the line; the first in line comes by when the next slot returns.
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
     * @param whose ends the sentence "the limit for …"
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

    /** A slot if there is one for such a request now; nobody who waits is overtaken. */
    @Nullable
    Slot poll(Priority priority) {
        return locked(now -> retired ? null : slots.tryTake(priority, now));
    }

    /** Puts the waiter in line, or refuses it where its turn would come too late; false when this budget is retired. */
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

    /** How many nanoseconds from now the waiter must look again if not woken before; 0 when its wait is over. */
    long look(Waiter waiter) {
        return locked(now -> {
            if (!waiter.isOver() && (stopped || now >= waiter.deadline())) {
                line.leave(waiter);
                waiter.refuse(
                        stopped ? applicationStops() : exceeded(waiter, line.earliest(waiter.priority(), now), now));
            }
            return waiter.isOver() ? 0 : line.sleep(waiter, now);
        });
    }

    /** Takes the waiter out of the line; false when its wait was over before. */
    boolean abandon(Waiter waiter) {
        return locked(now -> {
            boolean waiting = !waiter.isOver();
            if (waiting) {
                line.leave(waiter);
            }
            return waiting;
        });
    }

    /** The slot's request was not sent: free at once. */
    void giveBack(Slot slot) {
        locked(now -> {
            if (slot.letGo()) {
                slots.giveBack(slot);
                line.serve(now);
            }
            return slot;
        });
    }

    /** The slot's request is over: free one window from now. Later calls change nothing. */
    void replied(Slot slot) {
        if (slot.letGo()) {
            slots.announce(slot);
            locked(now -> {
                if (slots.replied(slot, now)) {
                    line.wakeFirst();
                }
                return slot;
            });
        }
    }

    /** Hands out nothing for so long, but at most for one window; gives what the rejected request's caller is told. */
    QuotaExceededException close(Duration wait) {
        Duration closing = wait.compareTo(limit.window()) < 0 ? wait : limit.window();
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

    /** Retires this budget for good if it is as good as new; a retired one hands out nothing. */
    boolean retire() {
        return locked(now -> retired |= line.isEmpty() && slots.areUntouched(now));
    }

    /** Ends every wait, and lets nothing wait any more. */
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

    /** Acts after all whose turn has come are served; wakes those concerned once the lock is free. */
    private <T> T locked(LongFunction<T> action) {
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
