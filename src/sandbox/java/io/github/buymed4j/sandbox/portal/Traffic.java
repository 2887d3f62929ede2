package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.limits.Limits;
import io.github.buymed4j.sandbox.requests.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The requests of an application in each of the last sixty minutes, ready to be drawn.
 *
 * @param total in the last hour
 * @param refused how many of those were refused
 * @param perMinute the limit of an address; 0 if there is none
 * @param perHour the limit of an account; 0 if there is none
 * @param limitHeight how high above the ground the limit of an address is drawn
 */
record Traffic(List<Bar> bars, int total, int refused, int perMinute, int perHour, int limitHeight) {
    static final int WIDTH = 600;
    static final int HEIGHT = 120;
    private static final int MINUTES = 60;
    private static final int STEP = WIDTH / MINUTES;

    Traffic {
        bars = List.copyOf(bars);
    }

    static Traffic of(List<Arrival> newestFirst, Limits limits, Instant now) {
        int[] all = new int[MINUTES];
        int[] refusals = new int[MINUTES];
        for (Arrival arrival : newestFirst) {
            long ago = Duration.between(arrival.time(), now).toMinutes();
            if (ago < 0 || ago >= MINUTES) {
                continue;
            }
            int minute = MINUTES - 1 - (int) ago;
            all[minute]++;
            refusals[minute] += arrival.isRefused() ? 1 : 0;
        }
        int perMinute = limits.perAddress().requests();
        int highest = Math.max(perMinute, IntStream.of(all).max().orElse(0));
        return new Traffic(
                bars(all, refusals, highest),
                IntStream.of(all).sum(),
                IntStream.of(refusals).sum(),
                perMinute,
                limits.perAccount().requests(),
                height(perMinute, highest));
    }

    private static List<Bar> bars(int[] all, int[] refusals, int highest) {
        List<Bar> bars = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            if (all[minute] > 0) {
                bars.add(new Bar(minute * STEP, height(all[minute], highest), height(refusals[minute], highest)));
            }
        }
        return bars;
    }

    /** At least a pixel for what is there at all; the highest leaves a tenth free above it. */
    private static int height(int count, int highest) {
        return count == 0 ? 0 : Math.max(1, (int) (count * (HEIGHT * 0.9) / highest));
    }

    /** One minute: {@code height} pixels for all requests, of which {@code refused} for those that were refused. */
    record Bar(int x, int height, int refused) {}
}
