package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;

/**
 * An id and a secret that were read together and are well-formed.
 *
 * @param staged whether it waits for the current one to be rejected
 */
record CredentialPair(String clientId, Secret clientSecret, SecretSource source, boolean staged) {

    Credentials asCredentials(ApplicationName application, long generation) {
        return new Credentials(application, clientId, clientSecret, source, generation);
    }

    /** Whether the platform sees no difference; the source does not matter. */
    boolean isSamePairAs(CredentialPair other) {
        return clientId.equals(other.clientId) && clientSecret.equals(other.clientSecret);
    }

    boolean isPairOf(Credentials credentials) {
        return clientId.equals(credentials.clientId()) && clientSecret.equals(credentials.clientSecret());
    }
}
