package io.github.buymed4j.server;

import java.net.URI;
import java.net.URL;

/** Where the server under test answers for MicroProfile Health. */
public final class HealthAddress {
    private HealthAddress() {}

    /** Readiness, given the base of a deployed application; WildFly has it at its management interface. */
    public static URI ready(URL base) {
        var port = System.getProperty("arquillian.launch").equals("wildfly")
                ? Integer.getInteger("server.management.port")
                : Integer.valueOf(base.getPort());
        return URI.create("http://127.0.0.1:" + port + "/health/ready");
    }
}
