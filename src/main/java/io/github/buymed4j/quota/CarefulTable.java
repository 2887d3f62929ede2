package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Leaves the table alone for a while when it could not be reached; says when it goes and when it is back. Thread-safe. */
final class CarefulTable {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(CarefulTable.class.getName());

    private final SlotTable table;
    private final Time time;
    private volatile boolean away;
    private volatile long notBefore;

    CarefulTable(SlotTable table, Time time) {
        this.table = table;
        this.time = time;
    }

    /** What is asked of the table. */
    interface Question<T> {
        T ask(SlotTable table) throws SQLException;
    }

    /** Something to tell the table. */
    interface News {
        void tell(SlotTable table) throws SQLException;
    }

    /** The answer; null while the table is away. */
    <T> @Nullable T ask(Question<T> question) {
        if (away && time.nanos() < notBefore) {
            return null;
        }
        try {
            T answer = question.ask(table);
            isThere();
            return answer;
        } catch (SQLException | RuntimeException e) {
            isAway(e);
            return null;
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

    /** The line says what kind of failure it is; its text, which may hold an address with a password, is for debugging. */
    private void isAway(Exception e) {
        notBefore = time.nanos() + PAUSE.toNanos();
        if (!away) {
            away = true;
            String state = e instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3001 the shared quota cannot be reached ({0}{1}): see {2}. This node keeps to its fair share"
                            + " until it can",
                    e.getClass().getSimpleName(),
                    state,
                    ConfigKey.QUOTA_DATA_SOURCE.key());
            LOG.log(Level.DEBUG, "The shared quota cannot be reached", e);
        }
    }
}
