package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.rest.transport.NoReplyException;
import io.github.buymed4j.rest.transport.Reply;

/** Sends one request to the token service. */
@FunctionalInterface
interface TokenEndpoint {

    /**
     * The reply; blocks until it is there.
     *
     * @param body JSON, with the secrets in it
     * @param deadline by {@link System#nanoTime()}
     */
    Reply send(byte[] body, long deadline) throws NoReplyException;
}
