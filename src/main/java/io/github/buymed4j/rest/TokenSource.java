package io.github.buymed4j.rest;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/** The bearer token of a call, or the grant of a request to the token service. */
interface TokenSource {

    /**
     * The token for a request that goes now; empty where the call carries none. Blocks while a token that has expired is renewed.
     *
     * @throws io.github.buymed4j.BuymedException when the account has none
     */
    Optional<Secret> current();

    /** Another token than the rejected one; blocks as {@link #current()} does. */
    Optional<Secret> replacementFor(Secret rejected);

    /** A grant: there is no other one. */
    static TokenSource ofGrant(Secret grant) {
        Optional<Secret> always = Optional.of(grant);
        return new TokenSource() {
            @Override
            public Optional<Secret> current() {
                return always;
            }

            @Override
            public Optional<Secret> replacementFor(Secret rejected) {
                return Optional.empty();
            }
        };
    }
}
