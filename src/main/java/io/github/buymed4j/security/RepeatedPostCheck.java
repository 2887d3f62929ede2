package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import java.util.stream.Stream;

/** The JDK's silent repetition of a POST, where the server's REST client is one that sends with {@code HttpURLConnection}. */
final class RepeatedPostCheck implements Check {

    private static final String PROPERTY = "sun.net.http.retryPost";

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        boolean repeats = !"false".equals(System.getProperty(PROPERTY));
        return application.isDefault() && repeats && sendsWithHttpUrlConnection()
                ? Stream.of(Rule.REPEATED_POST.warning(PROPERTY, ""))
                : Stream.empty();
    }

    private static boolean sendsWithHttpUrlConnection() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class.forName("org.glassfish.jersey.client.HttpUrlConnectorProvider", false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
