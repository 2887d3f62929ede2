package io.github.buymed4j.internal.transport;

import java.io.IOException;

/**
 * No reply came. Contains the class name and the stack trace of the failure, but not its message, which may contain
 * sent or received data.
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

    /** True if a part of the request may have reached the host. */
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
        /** The host sent nothing for longer than the read timeout. */
        READ_TIMEOUT,
        /** The deadline of the call was reached. */
        TIME_UP,
        /** The thread was interrupted; its flag is set. */
        INTERRUPTED,
        /** The application stops. */
        STOPPED,
        /** The reply is not valid HTTP, or its head is larger than the transport reads. */
        UNREADABLE,
        /** The proxy refused the tunnel. */
        PROXY_REFUSED,
        BROKEN
    }
}
