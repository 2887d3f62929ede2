package io.github.buymed4j.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** The medians of ours and of the alternative, both measured so many times. */
record Medians(double ours, double against, int runs) {

    /** Measures by turns, so that what changes on the machine meanwhile meets both. */
    static Medians byTurns(int runs, DoubleSupplier ours, DoubleSupplier against) {
        double[] first = new double[runs];
        double[] second = new double[runs];
        for (int run = 0; run < runs; run++) {
            first[run] = ours.getAsDouble();
            second[run] = against.getAsDouble();
        }
        return new Medians(median(first), median(second), runs);
    }

    /** What ours is more than the alternative. */
    Medians difference() {
        return new Medians(ours - against, against, runs);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
