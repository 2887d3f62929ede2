package io.github.buymed4j.credentials;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an application's credentials without a request to the platform.
 *
 * @param credentials the current ones
 * @param since since when the current pair is used
 * @param proven true if the platform has accepted them and has not rejected them since
 * @param rejectedSince since when the platform rejects them; empty if it does not
 * @param staged the staged secret; empty if there is none
 * @param ready true if a call that starts now would be sent; false while calls fail fast
 */
public record CredentialsStatus(
        Credentials credentials,
        Instant since,
        boolean proven,
        Optional<Instant> rejectedSince,
        Optional<Staged> staged,
        boolean ready) {

    /**
     * The staged secret.
     *
     * @param credentials the pair with it
     * @param current true if it is in use
     * @param rejected true if the platform has rejected it
     */
    public record Staged(Credentials credentials, boolean current, boolean rejected) {}
}
