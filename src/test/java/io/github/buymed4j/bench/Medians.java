package io.github.buymed4j.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** The medians of ours, of the alternative, and of the differences of their pairs, all measured so many times. */
record Medians(double ours, double against, double oursMinusAgainst, int runs) {

    Medians(double ours, double against, int runs) {
        this(ours, against, ours - against, runs);
    }

    /** Measures by turns, so that what changes on the machine meanwhile meets both. */
    static Medians byTurns(int runs, DoubleSupplier ours, DoubleSupplier against) {
        double[] first = new double[runs];
        double[] second = new double[runs];
        double[] differences = new double[runs];
        for (int run = 0; run < runs; run++) {
            first[run] = ours.getAsDouble();
            second[run] = against.getAsDouble();
            differences[run] = first[run] - second[run];
        }
        return new Medians(median(first), median(second), median(differences), runs);
    }

    /** What ours is more than the alternative. */
    Medians difference() {
        return new Medians(oursMinusAgainst, against, runs);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
