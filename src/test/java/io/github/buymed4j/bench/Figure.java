package io.github.buymed4j.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One figure: how it is measured, and what must hold.
 *
 * @param bound null where the figure is only reported
 */
record Figure(String name, String unit, @Nullable Bound bound, Supplier<Medians> measurement) {

    /** Measures. */
    Row row() {
        Medians medians = measurement.get();
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        return new Row(
                name,
                medians.ours(),
                unit,
                medians.against(),
                bound == null ? null : bound.ratio(medians),
                bound == null ? null : bound.limit(),
                bound == null ? null : bound.holds(medians),
                medians.runs(),
                Machine.description(),
                Machine.versions(),
                now.toString());
    }
}
