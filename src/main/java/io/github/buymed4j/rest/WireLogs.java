package io.github.buymed4j.rest;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the logs that the servers' HTTP clients write of what goes over the wire from printing credentials: a record that
 * names one, or repeats one of the call that is being sent, is dropped, at whatever level the logger is.
 */
final class WireLogs {

    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)client-?secret|authorization|(access|refresh)-?_?token");

    /** Held here, since the JDK's log manager forgets a logger that nobody holds. */
    private final List<Logger> loggers = List.of(
            Logger.getLogger("org.apache.http.headers"), // RESTEasy: WildFly, Open Liberty
            Logger.getLogger("org.apache.http.wire"),
            Logger.getLogger("org.apache.hc.client5.http.headers"),
            Logger.getLogger("org.apache.hc.client5.http.wire"),
            Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection"), // Jersey: Payara
            Logger.getLogger("jdk.httpclient.HttpClient"),
            Logger.getLogger("jdk.internal.httpclient.debug"));

    void withholdCredentials() {
        loggers.forEach(logger -> logger.setFilter(new Withholding(logger.getFilter())));
    }

    /** Undoes {@link #withholdCredentials()} when the application goes. */
    void release() {
        for (Logger logger : loggers) {
            if (logger.getFilter() instanceof Withholding ours) {
                logger.setFilter(ours.next);
            }
        }
    }

    private record Withholding(@Nullable Filter next) implements Filter {

        @Override
        public boolean isLoggable(LogRecord line) {
            return !namesCredential(line) && (next == null || next.isLoggable(line));
        }

        private static boolean namesCredential(LogRecord line) {
            if (isTelling(String.valueOf(line.getMessage()))) {
                return true;
            }
            Object[] parameters = line.getParameters();
            for (int i = 0; parameters != null && i < parameters.length; i++) {
                if (isTelling(String.valueOf(parameters[i]))) {
                    return true;
                }
            }
            return false;
        }

        /** By its name, or by the values of the call that this thread is sending, which a platform may repeat. */
        private static boolean isTelling(String text) {
            Call call = Call.current();
            return CREDENTIAL.matcher(text).find()
                    || (call != null && !call.redact(text).equals(text));
        }
    }
}
