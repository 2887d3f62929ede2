package io.github.buymed4j.rest.transport;

import java.io.IOException;

/**
 * No reply came. Holds the class and the stack trace of what failed, never its text, which may repeat what was sent or
 * received.
 */
public final class NoReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final boolean sent;

    NoReplyException(Reason reason, boolean sent, Throwable cause) {
        super(reason + " (" + cause.getClass().getName() + ")");
        this.reason = reason;
        this.sent = sent;
        setStackTrace(cause.getStackTrace());
    }

    public Reason reason() {
        return reason;
    }

    /** True if some of the request may have reached the host. */
    public boolean mayHaveBeenSent() {
        return sent;
    }

    /** Why there is no reply. */
    public enum Reason {
        UNKNOWN_HOST,
        REFUSED,
        CONNECT_TIMEOUT,
        /** The TLS handshake failed: the certificate is not trusted, or there is no common protocol. */
        TLS_HANDSHAKE,
        /** Silence for longer than the read timeout. */
        READ_TIMEOUT,
        /** The total time of the call ended. */
        TIME_UP,
        /** The thread was interrupted; its flag is set. */
        INTERRUPTED,
        /** The application stops. */
        STOPPED,
        /** The reply's head is not HTTP, or is larger than the transport reads. */
        UNREADABLE,
        /** The proxy refused the tunnel. */
        PROXY_REFUSED,
        BROKEN
    }
}
