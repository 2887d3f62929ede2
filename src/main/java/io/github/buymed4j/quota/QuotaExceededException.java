package io.github.buymed4j.quota;

import io.github.buymed4j.BuymedException;
import java.time.Instant;

/**
 * No slot of a limit was free within the time that the caller would wait, or the platform refused this or an earlier
 * request (429) and the time that it asked for has not passed. In both cases the platform has not processed the
 * request.
 */
public class QuotaExceededException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant earliest;

    private QuotaExceededException(String message, Instant earliest) {
        super(message);
        this.earliest = earliest;
    }

    /** No slot is free in time. */
    static QuotaExceededException usedUp(String whose, Limit limit, Instant earliest, SlotRequest request) {
        return new QuotaExceededException(
                "The platform's limit of " + limit.requests() + " requests in " + limit.window() + " for " + whose
                        + " leaves no room before " + earliest + ". Try again then, or " + request.advice() + ".",
                earliest);
    }

    /** The platform refused a request; this one was not sent because its caller does not wait until then. */
    static QuotaExceededException refused(String whose, Instant until, SlotRequest request) {
        return new QuotaExceededException(
                "The platform refused a request (429) for " + whose + "; nothing is sent before " + until
                        + ". Try again then, or " + request.advice() + ".",
                until);
    }

    /** The earliest time at which a slot can be free for this request, as known now; retrying earlier is useless. */
    public Instant earliest() {
        return earliest;
    }
}
