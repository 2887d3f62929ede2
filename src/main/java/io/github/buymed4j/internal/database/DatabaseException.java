package io.github.buymed4j.internal.database;

import io.github.buymed4j.BuymedException;
import java.util.Objects;

/**
 * A table of buymed4j cannot be used. The message is the library's own: a driver's message may contain an address with
 * a password, so the driver's exception is logged at DEBUG and not attached as the cause.
 */
public class DatabaseException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    DatabaseException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    Failure failure() {
        return failure;
    }

    /** True if a row of that key already exists. */
    public boolean isDuplicate() {
        return failure == Failure.DUPLICATE;
    }

    /** True if another transaction changed the row first; the statement can be repeated. */
    public boolean isConflict() {
        return failure == Failure.CONFLICT;
    }
}
