package io.github.buymed4j;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of the exceptions of buymed4j.
 *
 * <p>The message contains what failed, the affected configuration key, scope or host, and what to do about it. It never
 * contains a secret. Callers of an enterprise bean receive the exception itself, not an {@code EJBException}; a
 * transaction in progress is rolled back, as for any other unchecked exception.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class BuymedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message names a key, a host or a scope, and never a secret. */
    protected BuymedException(String message) {
        super(message);
    }

    /** The message names a key, a host or a scope, and never a secret; nor may the cause. */
    protected BuymedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
