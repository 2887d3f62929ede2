package io.github.buymed4j.credentials;

/**
 * One call's try of a pair. A call that comes to an end without an outcome leaves it to another one.
 *
 * @param expires when another call may try the same
 * @param unclear whether the platform's answer did not say if it accepts the pair
 */
record Trial(CredentialPair pair, Credentials credentials, long expires, boolean unclear) {

    boolean isOf(Credentials other) {
        return credentials.generation() == other.generation();
    }

    boolean isOf(CredentialPair other) {
        return pair.isSamePairAs(other);
    }

    /** Whether its outcome is still to come. */
    boolean isRunning(long now) {
        return !unclear && !isOver(now);
    }

    /** Whether the pair is left alone, since trying it again so soon would tell no more. */
    boolean isResting(long now) {
        return unclear && !isOver(now);
    }

    private boolean isOver(long now) {
        return expires - now <= 0;
    }

    Trial endedUnclear() {
        return new Trial(pair, credentials, expires, true);
    }
}
