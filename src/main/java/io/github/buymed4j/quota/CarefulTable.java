package io.github.buymed4j.quota;

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

    private void isAway(Exception e) {
        notBefore = time.nanos() + PAUSE.toNanos();
        if (!away) {
            away = true;
            LOG.log(
                    Level.WARNING,
                    "BUYMED-3001 the shared quota cannot be reached; this node keeps to its fair share",
                    e);
        }
    }
}
