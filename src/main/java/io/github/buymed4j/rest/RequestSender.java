package io.github.buymed4j.rest;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends the request of a call once. The {@link OutgoingRequest} is bound to the thread meanwhile. */
@FunctionalInterface
public interface RequestSender {

    /** The reply; the stage is complete for a blocking call. */
    CompletionStage<? extends @Nullable Object> send() throws Exception;
}
