package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;
import org.jspecify.annotations.Nullable;

/**
 * How long a request waits for its permit.
 *
 * @param deadline a value of {@link Time#nanos()}
 * @param key the setting that determines it; null if the call's own deadline does
 */
record Patience(long deadline, @Nullable ConfigKey<?> key) {

    /** Until the end of the configured wait or of the call, whichever comes first. */
    static Patience of(Priority priority, long configured, long ofTheCall) {
        ConfigKey<?> key = priority == Priority.BATCH ? ConfigKey.QUOTA_BATCH_MAX_WAIT : ConfigKey.QUOTA_MAX_WAIT;
        return ofTheCall < configured ? new Patience(ofTheCall, null) : new Patience(configured, key);
    }

    Patience notAfter(long time) {
        return time < deadline ? new Patience(time, key) : this;
    }

    /** What a caller can do to wait longer, as the end of a sentence. */
    String advice() {
        return key == null ? "give the call more time: its deadline comes first" : "raise " + key.key();
    }
}
