package io.github.buymed4j.rest;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/**
 * Whose bearer token a call carries. {@code accounts} implements it for bound accounts; without one the ready token of
 * {@code buymed.access-token} serves.
 */
public interface AccessTokens {

    /** The token for a call that starts now on this thread; empty where the call needs none or none is there. */
    Optional<Secret> current();

    /** A token to repeat a call with whose token the platform rejected; empty where there is no other. */
    Optional<Secret> replacementFor(Secret rejected);
}
