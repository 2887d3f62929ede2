package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import java.util.stream.Stream;

/**
 * The JDK's silent repetition of a POST, where the server's REST client is one that sends with {@code HttpURLConnection}.
 * Found where somebody has turned it on: the deployment turns it off otherwise.
 */
final class RepeatedPostCheck implements Check {

    private static final String PROPERTY = "sun.net.http.retryPost";

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        boolean repeats = !"false".equals(System.getProperty(PROPERTY));
        return application.isDefault() && repeats && sendsWithHttpUrlConnection()
                ? Stream.of(Rule.REPEATED_POST.error(PROPERTY, ""))
                : Stream.empty();
    }

    private static boolean sendsWithHttpUrlConnection() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader.getResource("org/glassfish/jersey/client/HttpUrlConnectorProvider.class") != null;
    }
}
