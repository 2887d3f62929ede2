package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.ConfigKey;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks of a budget.
 *
 * @param application shown to operators while the call waits
 * @param deadline when it stops waiting: a value of {@link Time#nanos()}
 * @param key the setting that determines the deadline; null if the call's own deadline does
 * @param timer null to wait on the calling thread
 */
record SlotRequest(
        ApplicationName application,
        Priority priority,
        long deadline,
        @Nullable ConfigKey<?> key,
        @Nullable ScheduledExecutorService timer) {

    /** Waits until the end of the configured wait or of the call, whichever comes first. */
    static SlotRequest of(
            ApplicationName application,
            Priority priority,
            long configured,
            long ofTheCall,
            @Nullable ScheduledExecutorService timer) {
        ConfigKey<?> key = priority == Priority.BATCH ? ConfigKey.QUOTA_BATCH_MAX_WAIT : ConfigKey.QUOTA_MAX_WAIT;
        return ofTheCall < configured
                ? new SlotRequest(application, priority, ofTheCall, null, timer)
                : new SlotRequest(application, priority, configured, key, timer);
    }

    SlotRequest notAfter(long time) {
        return time < deadline ? new SlotRequest(application, priority, time, key, timer) : this;
    }

    /** What a caller can do to wait longer, as the end of a sentence. */
    String advice() {
        return key == null ? "give the call more time: its deadline comes first" : "raise " + key.key();
    }
}
