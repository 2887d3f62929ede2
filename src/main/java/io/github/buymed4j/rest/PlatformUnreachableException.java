package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.transport.NoReplyException;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.util.EnumSet;

/**
 * No reply came, for example because the connection was refused or broke, time ran out, or a certificate is not
 * trusted.
 */
public class PlatformUnreachableException extends BuymedException {

    private static final long serialVersionUID = 1L;

    /** Failures that may not occur again if the request is repeated. */
    private static final EnumSet<Reason> TRANSIENT = EnumSet.of(
            Reason.UNKNOWN_HOST,
            Reason.REFUSED,
            Reason.CONNECT_TIMEOUT,
            Reason.READ_TIMEOUT,
            Reason.PROXY_REFUSED,
            Reason.BROKEN);

    private final boolean sent;
    private final boolean isTransient;

    PlatformUnreachableException(Origin platform, String configKey, NoReplyException cause) {
        super("No reply from " + platform + ": " + what(configKey, cause.reason()), cause);
        this.sent = cause.mayHaveBeenSent();
        this.isTransient = TRANSIENT.contains(cause.reason());
    }

    /** True if the platform may nevertheless have received and processed the request. */
    public boolean mayHaveBeenProcessed() {
        return sent;
    }

    boolean isTransient() {
        return isTransient;
    }

    private static String what(String configKey, Reason reason) {
        return switch (reason) {
            case UNKNOWN_HOST -> "the host is not known";
            case REFUSED -> "the connection was refused";
            case CONNECT_TIMEOUT -> "no connection within " + configKey + "/mp-rest/connectTimeout";
            case TLS_HANDSHAKE -> "no trusted TLS connection; check the certificate and the server's trust store";
            case READ_TIMEOUT -> "none within " + configKey + "/mp-rest/readTimeout";
            case TIME_UP ->
                "the call's time is up, which is " + ConfigKey.CALL_MAX_DURATION.key() + " or the caller's deadline";
            case INTERRUPTED -> "the thread was interrupted";
            case STOPPED -> "the application stops";
            case PROXY_REFUSED -> "the proxy of " + configKey + "/mp-rest/proxyAddress refused the connection";
            case BROKEN, UNREADABLE -> "the connection broke";
        };
    }
}
