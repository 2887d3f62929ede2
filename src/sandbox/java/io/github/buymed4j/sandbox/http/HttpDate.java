package io.github.buymed4j.sandbox.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP headers write them, in whole seconds. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }

    /** Empty when the text is not such a time. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(FORMAT.parse(text, Instant::from));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Rounded up: who comes back then does not come too early. */
    public static String notBefore(long millis) {
        return of(Instant.ofEpochSecond(-Math.floorDiv(-millis, 1000L)));
    }
}
