package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.Secret;
import java.util.Optional;

/** The bearer tokens of the bound accounts. {@code accounts} implements it. Thread-safe. */
public interface AccessTokens {

    /**
     * The token for a call that starts now. Blocks while an expired token is being renewed.
     *
     * @throws io.github.buymed4j.BuymedException if there is none
     */
    Secret current(Account account);

    /**
     * A token to repeat a call with after the platform rejected its token; empty if there is no other. May block as
     * well.
     */
    Optional<Secret> replacementFor(Account account, Secret rejected);
}
