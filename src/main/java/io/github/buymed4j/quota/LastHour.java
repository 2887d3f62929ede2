package io.github.buymed4j.quota;

import io.github.buymed4j.quota.QuotaStatus.Minute;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Counts the requests of each of the last sixty minutes. Its size is fixed; counting allocates nothing. Thread-safe. */
final class LastHour {

    private static final int MINUTES = 60;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final int[] permitted = new int[MINUTES];
    private final int[] refused = new int[MINUTES];
    private final int[] rejected = new int[MINUTES];
    private long current;

    LastHour(Time time) {
        this.time = time;
        this.current = now();
    }

    void permitted() {
        count(permitted);
    }

    void refused() {
        count(refused);
    }

    /** Counts a 429. */
    void rejected() {
        count(rejected);
    }

    /** The oldest minute first; the last one is still running. */
    synchronized List<Minute> minutes() {
        passTo(now());
        return LongStream.rangeClosed(current - MINUTES + 1, current)
                .mapToObj(this::minute)
                .toList();
    }

    private Minute minute(long number) {
        int at = index(number);
        return new Minute(time.at(number * MINUTE), permitted[at], refused[at], rejected[at]);
    }

    private synchronized void count(int[] counts) {
        passTo(now());
        counts[index(current)]++;
    }

    /** Empties the minutes that have begun since the last count. */
    private void passTo(long now) {
        if (now - current >= MINUTES) {
            Arrays.fill(permitted, 0);
            Arrays.fill(refused, 0);
            Arrays.fill(rejected, 0);
            current = now;
        }
        while (current < now) {
            current++;
            permitted[index(current)] = 0;
            refused[index(current)] = 0;
            rejected[index(current)] = 0;
        }
    }

    private static int index(long minute) {
        return Math.floorMod(minute, MINUTES);
    }

    private long now() {
        return Math.floorDiv(time.nanos(), MINUTE);
    }
}
