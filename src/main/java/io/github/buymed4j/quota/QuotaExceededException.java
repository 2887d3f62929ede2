package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import java.time.Instant;

/**
 * No slot of a limit was free in the time that the caller would wait, or the platform refused this request or one before it
 * (429) and the time that it asked for is not over. In any case the platform has not processed the request.
 */
public class QuotaExceededException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant earliest;

    private QuotaExceededException(String message, Instant earliest) {
        super(message);
        this.earliest = earliest;
    }

    /** No slot is free in time. */
    static QuotaExceededException usedUp(String whose, Limit limit, Instant earliest, Patience patience) {
        return new QuotaExceededException(
                "The platform's limit of " + limit.requests() + " requests in " + limit.window() + " for " + whose
                        + " leaves no room before " + earliest + ". Try again then, or " + patience.advice() + ".",
                earliest);
    }

    /** The platform refused a request, and nothing is sent until its time has come. */
    static QuotaExceededException refused(String whose, Instant until) {
        return new QuotaExceededException(refusedText(whose, until) + ".", until);
    }

    /** As {@link #refused(String, Instant)}, of a request that was not sent because its caller does not wait until then. */
    static QuotaExceededException refused(String whose, Instant until, Patience patience) {
        return new QuotaExceededException(refusedText(whose, until) + ", or " + patience.advice() + ".", until);
    }

    private static String refusedText(String whose, Instant until) {
        return "The platform refused a request (429) for " + whose + "; nothing is sent before " + until
                + ". Try again then";
    }

    /** When a slot will be free for this request at the earliest, as things stand; worth nothing before. */
    public Instant earliest() {
        return earliest;
    }
}
