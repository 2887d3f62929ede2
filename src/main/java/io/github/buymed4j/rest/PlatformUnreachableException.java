package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.Origin;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** No reply came: the connection was refused or broke, the time ran out, the host's certificate is not trusted. */
public class PlatformUnreachableException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    PlatformUnreachableException(Origin platform, String configKey, IOException cause) {
        super("No reply from " + platform + ": " + what(configKey, cause), cause);
        this.sent = !(cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || isConnectTimeout(cause));
    }

    /** Whether the platform may have received and processed the request all the same. */
    public boolean mayHaveBeenProcessed() {
        return sent;
    }

    private static String what(String configKey, IOException cause) {
        if (cause instanceof SSLException) {
            return "no trusted TLS connection; check the certificate and the server's trust store";
        }
        if (cause instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (cause instanceof ConnectException && !isConnectTimeout(cause)) {
            return "the connection was refused";
        }
        if (isConnectTimeout(cause)) {
            return "no connection within " + configKey + "/mp-rest/connectTimeout";
        }
        return cause.getClass().getSimpleName().contains("Timeout")
                ? "none within " + configKey + "/mp-rest/readTimeout"
                : "the connection broke";
    }

    private static boolean isConnectTimeout(IOException cause) {
        String name = cause.getClass().getSimpleName();
        return name.contains("ConnectTimeout")
                || (name.contains("Timeout")
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("connect"));
    }
}
