package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.rest.transport.NoReplyException;
import io.github.buymed4j.rest.transport.Reply;

/** Sends one request to the token service. */
@FunctionalInterface
interface TokenEndpoint {

    /**
     * Blocks until the reply is there.
     *
     * @param body JSON that contains the secrets
     * @param deadline a value of {@link System#nanoTime()}
     */
    Reply send(byte[] body, long deadline) throws NoReplyException;
}
