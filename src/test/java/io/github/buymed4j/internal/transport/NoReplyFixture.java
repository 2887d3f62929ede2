package io.github.buymed4j.internal.transport;

import java.io.IOException;

/** What the transport throws. */
public final class NoReplyFixture {

    private NoReplyFixture() {}

    public static NoReplyException of(NoReplyException.Reason reason, boolean sent) {
        return new NoReplyException(reason, sent, new IOException());
    }
}
