package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.database.Database;
import io.github.buymed4j.internal.time.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes and asks governors for the tests and benchmarks. */
public final class Governors {

    private Governors() {}

    /** What a governor keeps to; both priorities wait equally long. */
    public record Limits(
            int perAddress,
            Duration window,
            int perAccount,
            Duration accountWindow,
            double interactiveShare,
            Duration maxWait) {

        QuotaLimits quotaLimits() {
            return limits(
                    new Limit(perAddress, window, 0),
                    new Limit(perAccount, accountWindow, 0),
                    interactiveShare,
                    maxWait,
                    maxWait);
        }
    }

    static QuotaLimits limits(
            Limit address, Limit account, double interactiveShare, Duration maxWait, Duration batchMaxWait) {
        return new QuotaLimits(
                new Limit(address.requests(), address.window(), interactiveShare),
                new Limit(account.requests(), account.window(), interactiveShare),
                maxWait,
                batchMaxWait);
    }

    /** The platform's windows, no wait unless the call's time left allows it. */
    static QuotaLimits limits(int perMinute, int perHour, Duration maxWait) {
        return limits(
                new Limit(perMinute, Duration.ofMinutes(1), 0),
                new Limit(perHour, Duration.ofHours(1), 0),
                0.2,
                maxWait,
                Duration.ofMinutes(65));
    }

    /** Keeps the limits in memory, starting with all of them unused. */
    public static QuotaGovernor local(Limits limits) {
        return local(limits.quotaLimits());
    }

    static QuotaGovernor local(QuotaLimits limits) {
        return QuotaGovernor.local(limits, Time.SYSTEM);
    }

    public static QuotaGovernor local(int perMinute, int perHour, Duration maxWait) {
        return local(limits(perMinute, perHour, maxWait));
    }

    /** Something happens whenever a permit is asked for. */
    public static QuotaGovernor interrupted(Runnable meanwhile) {
        return QuotaGovernor.local(limits(1_000, 1_000, Duration.ZERO), new Time() {
            @Override
            public long nanos() {
                meanwhile.run();
                return Time.SYSTEM.nanos();
            }

            @Override
            public Instant at(long nanos) {
                return Time.SYSTEM.at(nanos);
            }

            @Override
            public void await(CompletableFuture<?> signal, long nanos) throws InterruptedException {
                Time.SYSTEM.await(signal, nanos);
            }
        });
    }

    /** Each node's part of the limits, with nothing shared. */
    public static QuotaGovernor fairShare(Limits limits, int nodes) {
        return local(limits.quotaLimits().fairShare(nodes));
    }

    /** Nodes share the limits in this database. */
    public static QuotaGovernor shared(
            Limits limits, String egress, int nodes, Duration longestRequest, DataSource dataSource) {
        return shared(limits.quotaLimits(), new Sharing(egress, nodes, longestRequest), dataSource);
    }

    static QuotaGovernor shared(QuotaLimits limits, Sharing sharing, DataSource dataSource) {
        SlotTable table = new PostgresTable(Database.of(PostgresTable.TABLE, dataSource, false));
        return QuotaGovernor.shared(limits, sharing, table, Time.SYSTEM);
    }

    /** Waits for a permit on the calling thread; throws the exception that fails the stage. */
    public static Permit permit(
            QuotaGovernor governor, @Nullable String account, Priority priority, Duration timeLeft) {
        return Failures.await(governor.acquire(ApplicationName.DEFAULT, account, priority, timeLeft, null));
    }
}
