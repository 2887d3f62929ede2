package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;

/**
 * An id and a secret that were read together and are well-formed.
 *
 * @param staged true if it holds the staged secret, which is used once the current one is rejected or doubted
 */
record CredentialPair(String clientId, Secret clientSecret, SecretSource source, boolean staged) {

    Credentials asCredentials(ApplicationName application, long generation) {
        return new Credentials(application, clientId, clientSecret, source, generation);
    }

    /** True if id and secret are equal; the source may differ. */
    boolean isSamePairAs(CredentialPair other) {
        return clientId.equals(other.clientId) && clientSecret.equals(other.clientSecret);
    }

    boolean isPairOf(Credentials credentials) {
        return clientId.equals(credentials.clientId()) && clientSecret.equals(credentials.clientSecret());
    }
}
