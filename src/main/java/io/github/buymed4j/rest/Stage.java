package io.github.buymed4j.rest;

import java.util.concurrent.CompletionStage;

/**
 * One stage of a call's path, for blocking and asynchronous calls alike. A stage passes the call to the next one, once
 * or several times, and waits with the call's {@link PlatformCall#pause()}. Thread-safe.
 */
@FunctionalInterface
interface Stage {

    /**
     * The outcome. The stage never fails, because a failure of the call is an outcome too. It is complete for a
     * blocking call.
     */
    CompletionStage<Outcome> send(PlatformCall call);
}
