package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.ConfigKey;
import java.time.Instant;

/** The request was not sent: no slot of a limit was free in the time that the caller would wait. */
public class QuotaExceededException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant earliest;

    QuotaExceededException(String whose, Limit limit, Instant earliest) {
        super("The platform's limit of %d requests in %s for %s leaves no room before %s. Try again then, or raise %s."
                .formatted(limit.requests(), limit.window(), whose, earliest, ConfigKey.QUOTA_MAX_WAIT.key()));
        this.earliest = earliest;
    }

    /** When a slot will be free for this request at the earliest, as things stand; worth nothing before. */
    public Instant earliest() {
        return earliest;
    }
}
