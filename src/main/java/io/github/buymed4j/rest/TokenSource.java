package io.github.buymed4j.rest;

import io.github.buymed4j.config.Secret;
import java.util.Optional;

/** The bearer token of a call, or the grant of a request to the token service. */
interface TokenSource {

    /**
     * The token for a request that is sent now; empty if the call carries none. Blocks while an expired token is
     * renewed.
     *
     * @throws io.github.buymed4j.BuymedException if the account has none
     */
    Optional<Secret> current();

    /** Another token than the rejected one; empty if there is none. Blocks as {@link #current()} does. */
    Optional<Secret> replacementFor(Secret rejected);

    /** A source of the grant only, without replacement. */
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
