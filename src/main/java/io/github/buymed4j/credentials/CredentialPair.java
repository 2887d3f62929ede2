package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;

/** An id and a secret that were read together and are well-formed. */
record CredentialPair(String clientId, Secret clientSecret, SecretSource source) {

    static CredentialPair of(Credentials credentials) {
        return new CredentialPair(credentials.clientId(), credentials.clientSecret(), credentials.source());
    }

    Credentials asCredentials(ApplicationName application, long generation) {
        return new Credentials(application, clientId, clientSecret, source, generation);
    }

    boolean isSamePairAs(CredentialPair other) {
        return clientId.equals(other.clientId) && clientSecret.equals(other.clientSecret);
    }
}
