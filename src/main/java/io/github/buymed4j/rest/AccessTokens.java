package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.Secret;
import java.util.Optional;

/** The bearer tokens of the bound accounts. {@code accounts} implements it. Thread-safe. */
public interface AccessTokens {

    /**
     * The token for a call that starts now. Blocks while a token that has run out is being renewed.
     *
     * @throws io.github.buymed4j.BuymedException when there is none
     */
    Secret current(Account account);

    /** A token to repeat a call with whose token the platform rejected; empty where there is no other. Blocks as well. */
    Optional<Secret> replacementFor(Account account, Secret rejected);
}
