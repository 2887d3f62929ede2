package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Loggers of the servers' HTTP clients that print header maps at the level that they are set to. */
final class LoggerCheck implements Check {

    /** With the level from which on they do. */
    private static final Map<String, Level> LOUD = new TreeMap<>(Map.of(
            "org.eclipse.microprofile.rest.client.ext.DefaultClientHeadersFactoryImpl", Level.FINER,
            "org.apache.http.headers", Level.FINE,
            "org.apache.http.wire", Level.FINE,
            "org.apache.hc.client5.http.headers", Level.FINE,
            "org.apache.hc.client5.http.wire", Level.FINE,
            "sun.net.www.protocol.http.HttpURLConnection", Level.FINE,
            "jdk.httpclient.HttpClient", Level.FINE));

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return application.isDefault()
                ? LOUD.entrySet().stream()
                        .filter(loud -> Logger.getLogger(loud.getKey()).isLoggable(loud.getValue()))
                        .map(loud -> Rule.LOUD_LOGGER.warning(
                                loud.getKey(), "at " + loud.getValue().getName() + " or finer"))
                : Stream.empty();
    }
}
