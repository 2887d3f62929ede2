package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.database.DatabaseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker: skips the table for five seconds after a failure or a silence, and logs when it goes and when it is back.
 * Thread-safe; nothing waits for the table under its lock.
 */
final class TableCircuitBreaker {

    static final Duration PAUSE = Duration.ofSeconds(5);
    /** A statement takes two seconds at most. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(TableCircuitBreaker.class.getName());

    private final SlotTable table;
    private final Time time;
    private final OneAtATime questions = new OneAtATime();
    private boolean away;
    private long notBefore;
    private int underWay;
    private long lastProgress;

    TableCircuitBreaker(SlotTable table, Time time) {
        this.table = table;
        this.time = time;
    }

    /** What is asked of the table. */
    interface Question<T> {
        T ask(SlotTable table);
    }

    /** Something to tell the table. */
    interface News {
        void tell(SlotTable table);
    }

    /** Runs what may ask, on no more than one of these threads at a time. */
    void execute(Executor threads, Runnable task) {
        questions.execute(threads, task);
    }

    /** Whether nobody asks at present: it failed a moment ago, or answers nobody. */
    synchronized boolean isAway() {
        long now = time.nanos();
        if (!away && underWay > 0 && now - lastProgress > SILENCE.toNanos()) {
            isAway(now, "It has answered nothing for " + SILENCE + "; its pool may have no free connection.");
        }
        return away && now < notBefore;
    }

    /** The answer; null while the table is away, or where the thread was interrupted. */
    <T> @Nullable T ask(Question<T> question) {
        if (!begin()) {
            return null;
        }
        try {
            T answer = question.ask(table);
            end(null);
            return answer;
        } catch (RuntimeException e) {
            end(e);
            return null;
        }
    }

    /** While the table is away, one question after each pause finds out whether it is back. */
    private synchronized boolean begin() {
        if (isAway()) {
            return false;
        }
        long now = time.nanos();
        notBefore = away ? now + PAUSE.toNanos() : notBefore;
        lastProgress = underWay == 0 ? now : lastProgress;
        underWay++;
        return true;
    }

    private synchronized void end(@Nullable RuntimeException failure) {
        underWay--;
        lastProgress = time.nanos();
        if (failure == null) {
            isThere();
        } else if (!Thread.currentThread().isInterrupted()) { // which a pool reports as a failure of its own
            isAway(lastProgress, textOf(failure));
            LOG.log(Level.DEBUG, "The shared quota cannot be reached", failure);
        }
    }

    /** Tells the table, or nobody while it is away. */
    void tell(News news) {
        ask(there -> {
            news.tell(there);
            return true;
        });
    }

    private void isThere() {
        if (away) {
            away = false;
            LOG.log(Level.INFO, "BUYMED-3002 the shared quota can be reached again");
        }
    }

    private void isAway(long now, String why) {
        notBefore = now + PAUSE.toNanos();
        if (!away) {
            away = true;
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3001 the shared quota cannot be reached; this node keeps to its fair share until it can. "
                            + why);
        }
    }

    /** Ours alone: the text of a foreign failure may hold an address with a password. */
    private static String textOf(RuntimeException e) {
        return e instanceof DatabaseException ours
                ? ours.getMessage()
                : e.getClass().getSimpleName() + "; see " + ConfigKey.QUOTA_DATA_SOURCE.key();
    }
}
