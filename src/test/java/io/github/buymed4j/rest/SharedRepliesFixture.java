package io.github.buymed4j.rest;

import java.time.Duration;

/** {@link SharedReplies} without a container. */
public final class SharedRepliesFixture {

    private SharedRepliesFixture() {}

    public static SharedReplies ofOneAccount() {
        return new SharedReplies(
                () -> "the account", Duration.ofHours(1), System::nanoTime, new ApplicationClasses(null));
    }
}
