package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;

/**
 * How long a request waits for its permit.
 *
 * @param deadline by {@link Time#nanos()}
 * @param advice what a caller can do to wait longer, as the end of a sentence
 */
record Patience(long deadline, String advice) {

    private static final String OF_THE_CALL = "give the call more time: its deadline comes first";

    /** Until the end of the configured wait or of the call, whichever comes first. */
    static Patience of(Priority priority, long configured, long ofTheCall) {
        ConfigKey key = priority == Priority.BATCH ? ConfigKey.QUOTA_BATCH_MAX_WAIT : ConfigKey.QUOTA_MAX_WAIT;
        return ofTheCall < configured
                ? new Patience(ofTheCall, OF_THE_CALL)
                : new Patience(configured, "raise " + key.key());
    }

    Patience notAfter(long time) {
        return time < deadline ? new Patience(time, advice) : this;
    }
}
