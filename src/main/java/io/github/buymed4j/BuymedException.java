package io.github.buymed4j;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that buymed4j throws.
 *
 * <p>The message says what failed, which configuration key, scope or host is concerned, and what to do about it. It never
 * holds a secret. An enterprise bean's caller receives it as it is, not inside an {@code EJBException}; a transaction in
 * progress is rolled back, as for any other unchecked exception.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class BuymedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected BuymedException(String message) {
        super(message);
    }

    protected BuymedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
