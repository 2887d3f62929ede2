package io.github.buymed4j.credentials;

/** Hears of each change in the state of an application's credentials, in order, under the lock. */
@FunctionalInterface
interface CredentialsObserver {

    void onChange(CredentialsEvent.Type type, Credentials credentials);
}
