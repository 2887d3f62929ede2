package io.github.buymed4j.credentials;

/**
 * One call's trial of a pair. If the call ends without an outcome, another call tries the pair.
 *
 * @param expires when another call may try the same pair
 * @param unclear true if the platform's reply did not show whether it accepts the pair
 */
record Trial(Credentials credentials, long expires, boolean unclear) {

    boolean isOf(Credentials other) {
        return credentials.generation() == other.generation();
    }

    boolean isOfPair(Credentials other) {
        return credentials.isSamePairAs(other);
    }

    /** True while its outcome is pending. */
    boolean isRunning(long now) {
        return !unclear && !isOver(now);
    }

    /** True while the pair is not to be tried, because another trial so soon would be unclear again. */
    boolean isResting(long now) {
        return unclear && !isOver(now);
    }

    private boolean isOver(long now) {
        return expires - now <= 0;
    }

    Trial endedUnclear() {
        return new Trial(credentials, expires, true);
    }
}
