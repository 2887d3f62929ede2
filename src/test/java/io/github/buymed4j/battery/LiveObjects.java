package io.github.buymed4j.battery;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What lives in this JVM after a garbage collection. */
final class LiveObjects {

    private static final int COLLECTIONS = 4;

    private LiveObjects() {}

    /** {@code PRODUCT CONTROL THREADS}: how many class loaders of applications of each kind, and how many threads of buymed4j. */
    static String count() throws JMException {
        for (int i = 1; i < COLLECTIONS; i++) {
            histogram();
            System.runFinalization(); // what has a finalizer outlives one collection, and keeps its class loader
        }
        String histogram = histogram();
        return of(Marker.class, histogram) + " " + of(ControlMarker.class, histogram) + " " + threads();
    }

    /** After a collection of all garbage. */
    private static String histogram() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[] {}},
                        new String[] {String[].class.getName()});
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("buymed4j"))
                .count();
    }

    private static int of(Class<?> type, String histogram) {
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length > 3 && row[3].equals(type.getName()))
                .mapToInt(row -> Integer.parseInt(row[1]))
                .sum();
    }
}
