package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds loggers and system properties of the JDK that make HTTP clients or TLS print request headers. */
final class LoggerCheck implements Check {

    /** The loggers, with the level from which on they print headers. */
    private static final Map<String, Level> LOGGERS = new TreeMap<>(Map.of(
            "org.eclipse.microprofile.rest.client.ext.DefaultClientHeadersFactoryImpl", Level.FINER,
            "org.apache.http.headers", Level.FINE,
            "org.apache.http.wire", Level.FINE,
            "org.apache.hc.client5.http.headers", Level.FINE,
            "org.apache.hc.client5.http.wire", Level.FINE,
            "sun.net.www.protocol.http.HttpURLConnection", Level.FINE,
            "jdk.httpclient.HttpClient", Level.FINE,
            "jdk.internal.httpclient.debug", Level.FINE));

    /**
     * The properties, with the values that print headers. The JDK reads them once. An empty {@code javax.net.debug}
     * prints to a logger.
     */
    private static final Map<String, Pattern> PROPERTIES = new TreeMap<>(Map.of(
            "javax.net.debug", Pattern.compile("(?!help$).*"),
            "jdk.httpclient.HttpClient.log", Pattern.compile(".*(all|headers|content|frames|trace).*"),
            "jdk.internal.httpclient.debug", Pattern.compile("(?!false$).*")));

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return application.isDefault() ? Stream.concat(loggers(), properties()) : Stream.empty();
    }

    private static Stream<Finding> loggers() {
        return LOGGERS.entrySet().stream()
                .filter(loud -> Logger.getLogger(loud.getKey()).isLoggable(loud.getValue()))
                .map(loud -> Rule.LOUD_LOGGER.warning(
                        loud.getKey(), "at " + loud.getValue().getName() + " or finer"));
    }

    private static Stream<Finding> properties() {
        return PROPERTIES.entrySet().stream()
                .filter(loud -> Optional.ofNullable(System.getProperty(loud.getKey()))
                        .filter(value -> loud.getValue().matcher(value).matches())
                        .isPresent())
                .map(loud -> Rule.LOUD_LOGGER.warning(loud.getKey(), "a system property of the JDK"));
    }
}
