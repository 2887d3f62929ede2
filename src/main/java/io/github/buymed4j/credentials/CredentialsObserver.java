package io.github.buymed4j.credentials;

/**
 * Receives each change in the state of an application's credentials, in order; called under the lock, except for a
 * burst of denials.
 */
@FunctionalInterface
interface CredentialsObserver {

    void onChange(CredentialsEvent.Type type, Credentials credentials);
}
