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
 * @param ready true if a call that starts now would be sent; false while calls fail fast
 */
public record CredentialsStatus(
        Credentials credentials, Instant since, boolean proven, Optional<Instant> rejectedSince, boolean ready) {}
