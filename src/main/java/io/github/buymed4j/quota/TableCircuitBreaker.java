package io.github.buymed4j.quota;

import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.database.DatabaseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breaker: skips the table for five seconds after a failure or after three seconds without an answer, and logs
 * when the table becomes unavailable and when it is available again. Thread-safe; never waits for the table under its
 * lock.
 */
final class TableCircuitBreaker {

    static final Duration PAUSE = Duration.ofSeconds(5);
    /** Longer than a statement, which takes at most two seconds. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(TableCircuitBreaker.class.getName());

    private final SlotTable table;
    private final Time time;
    private final SerialExecutor questions = new SerialExecutor();
    private boolean away;
    private long notBefore;
    private int underWay;
    private long lastProgress;

    TableCircuitBreaker(SlotTable table, Time time) {
        this.table = table;
        this.time = time;
    }

    /** Runs a task that may query the table, on at most one of these threads at a time. */
    void execute(Executor threads, Runnable task) {
        questions.execute(threads, task);
    }

    /** True while the table is skipped, because it failed recently or does not answer. */
    synchronized boolean isAway() {
        long now = time.nanos();
        if (!away && underWay > 0 && now - lastProgress > SILENCE.toNanos()) {
            isAway(now, "It has answered nothing for " + SILENCE + "; its pool may have no free connection.");
        }
        return away && now < notBefore;
    }

    /** True from a failure until the table has answered again. */
    synchronized boolean hasFailed() {
        return isAway() || away;
    }

    /** The answer; null if the table is skipped or fails, or if the thread was interrupted. */
    <T> @Nullable T ask(Function<SlotTable, T> question) {
        if (!begin()) {
            return null;
        }
        try {
            T answer = question.apply(table);
            end(null);
            return answer;
        } catch (RuntimeException e) {
            end(e);
            return null;
        }
    }

    /** While the table is unavailable, one query after each pause tests if it is available again. */
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
        } else if (!Thread.currentThread().isInterrupted()) { // a pool reports an interrupt as its own failure
            isAway(lastProgress, textOf(failure));
            LOG.log(Level.DEBUG, "The shared quota cannot be reached", failure);
        }
    }

    /** Tells the table; has no effect while the table is skipped. */
    void tell(Consumer<SlotTable> news) {
        ask(there -> {
            news.accept(there);
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

    /** Only the library's own text: a foreign exception's message may contain an address with a password. */
    private static String textOf(RuntimeException e) {
        return e instanceof DatabaseException ours
                ? ours.getMessage()
                : e.getClass().getSimpleName() + "; see " + ConfigKey.QUOTA_DATA_SOURCE.key();
    }
}
