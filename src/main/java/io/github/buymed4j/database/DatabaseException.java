package io.github.buymed4j.database;

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

    public Failure failure() {
        return failure;
    }
}
