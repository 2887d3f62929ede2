package io.github.buymed4j.quota;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/** Leaves a table alone for a while that could not be reached, and says when it goes and when it is back. Thread-safe. */
final class CarefulTable implements SlotTable {

    private static final Logger LOG = System.getLogger(CarefulTable.class.getName());
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final SlotTable table;
    private final Time time;
    private volatile boolean away;
    private volatile long notBefore;

    CarefulTable(SlotTable table, Time time) {
        this.table = table;
        this.time = time;
    }

    @Override
    public Answer exchange(String budget, Allowance allowance, Question question) throws SQLException {
        if (away && time.nanos() < notBefore) {
            throw new SQLTransientConnectionException("The shared quota could not be reached a moment ago");
        }
        try {
            Answer answer = table.exchange(budget, allowance, question);
            if (away) {
                away = false;
                LOG.log(Level.INFO, "The shared quota can be reached again");
            }
            return answer;
        } catch (SQLException | RuntimeException e) {
            notBefore = time.nanos() + PAUSE;
            if (!away) {
                away = true;
                LOG.log(Level.WARNING, "The shared quota cannot be reached; this node keeps to its fair share", e);
            }
            throw e;
        }
    }
}
