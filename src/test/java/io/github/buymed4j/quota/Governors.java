package io.github.buymed4j.quota;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes governors for the tests and benchmarks of other packages. */
public final class Governors {

    private Governors() {}

    /** The platform's windows, no wait unless the call's time left allows it. */
    public static QuotaLimits limits(int perMinute, int perHour, Duration maxWait) {
        return new QuotaLimits(
                new Limit(perMinute, Duration.ofMinutes(1)),
                new Limit(perHour, Duration.ofHours(1)),
                0.2,
                maxWait,
                Duration.ofMinutes(65));
    }

    /** Keeps the limits in memory, starting with all of them unused. */
    public static QuotaGovernor local(QuotaLimits limits) {
        return Governor.local(limits, new SystemTime(Clock.systemUTC()));
    }

    public static QuotaGovernor local(int perMinute, int perHour, Duration maxWait) {
        return local(limits(perMinute, perHour, maxWait));
    }

    /** Each node's part of the limits, with nothing shared. */
    public static QuotaGovernor fairShare(QuotaLimits limits, int nodes) {
        return local(limits.fairShare(nodes));
    }

    /** Nodes share the limits in this database. */
    public static QuotaGovernor shared(QuotaLimits limits, Sharing sharing, DataSource dataSource) {
        return new SharedBudgets(
                        limits, sharing, new PostgresTable(() -> dataSource), new SystemTime(Clock.systemUTC()))
                .governor();
    }
}
