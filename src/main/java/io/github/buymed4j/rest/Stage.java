package io.github.buymed4j.rest;

import java.util.concurrent.CompletionStage;

/**
 * One stage of a call's path, written once for blocking and asynchronous calls. A stage passes the call to the next one, once
 * or several times, and waits by the call's {@link PlatformCall#pause()}. Thread-safe.
 */
@FunctionalInterface
interface Stage {

    /** The outcome; never fails, since a failure of the call is an outcome too. Complete already for a blocking call. */
    CompletionStage<Outcome> send(PlatformCall call);
}
