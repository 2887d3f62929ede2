package io.github.buymed4j.quota;

import io.github.buymed4j.config.ConfigKey;
import org.jspecify.annotations.Nullable;

/**
 * How long a request waits for its permit.
 *
 * @param deadline by {@link Time#nanos()}
 * @param key what sets it; null where the end of the call does
 */
record Patience(long deadline, @Nullable ConfigKey key) {

    static Patience configured(Priority priority, long deadline) {
        return new Patience(
                deadline, priority == Priority.BATCH ? ConfigKey.QUOTA_BATCH_MAX_WAIT : ConfigKey.QUOTA_MAX_WAIT);
    }

    static Patience ofTheCall(long deadline) {
        return new Patience(deadline, null);
    }

    Patience notAfter(long time) {
        return time < deadline ? new Patience(time, key) : this;
    }

    /** What a caller can do to wait longer, as the end of a sentence. */
    String advice() {
        return key == null ? "give the call more time: its deadline comes first" : "raise " + key.key();
    }
}
