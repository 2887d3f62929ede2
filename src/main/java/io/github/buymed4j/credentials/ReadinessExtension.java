package io.github.buymed4j.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Adds {@link CredentialsReadiness} where the server has MicroProfile Health. The class carries no scope of its own, so that a
 * server without Health never looks at it.
 */
public class ReadinessExtension implements Extension {

    void add(@Observes BeforeBeanDiscovery discovery) {
        if (isThere("org.eclipse.microprofile.health.HealthCheck")) {
            discovery
                    .addAnnotatedType(CredentialsReadiness.class, CredentialsReadiness.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, ReadinessExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
