package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.time.ShiftedClock;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;

/** {@code {offsetMillis}}: how far the platform's clock is ahead (or behind, if negative). */
final class ClockControl {
    private static final long A_YEAR = 31_536_000_000L;

    private final ShiftedClock clock;

    ClockControl(ShiftedClock clock) {
        this.clock = clock;
    }

    JsonObjectBuilder shift(Fields fields) {
        long offset = fields.whole("offsetMillis", 0, -A_YEAR, A_YEAR);
        clock.shift(Duration.ofMillis(offset));
        return JsonText.object()
                .add("offsetMillis", offset)
                .add("time", clock.instant().toString());
    }
}
