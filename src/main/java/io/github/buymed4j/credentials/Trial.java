package io.github.buymed4j.credentials;

/**
 * One call's try of a pair. A call that comes to an end without an outcome leaves it to another one.
 *
 * @param expires when another call may try the same
 */
record Trial(CredentialPair pair, Credentials credentials, long expires) {

    boolean isOf(Credentials other) {
        return credentials.generation() == other.generation();
    }

    boolean isRunning(long now) {
        return expires - now > 0;
    }

    Trial until(long later) {
        return new Trial(pair, credentials, later);
    }
}
