package io.github.buymed4j.accounts.store;

import io.github.buymed4j.BuymedException;
import org.jspecify.annotations.Nullable;

/** The token store cannot be reached or used. */
public class TokenStoreException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Says which operation failed and why. */
    public TokenStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
