package io.github.buymed4j.internal.config;

import io.github.buymed4j.Canary;
import io.github.buymed4j.rest.DeploymentCheck;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Deploys {@link DeploymentCheck} on Weld SE with a configuration of the test's own, which no other test sees. */
public final class Deployment {

    private final Map<String, String> properties = new HashMap<>();
    private final List<Extension> checks = new ArrayList<>(List.of(new DeploymentCheck()));
    private final Class<?>[] beans;
    private URL[] archive = {};

    private Deployment(Class<?>... beans) {
        this.beans = beans;
    }

    /** A deployment that is accepted as it is. */
    public static Deployment of(Class<?>... beans) {
        return new Deployment(beans)
                .with("buymed.client-id", "buymed_app_1")
                .with("buymed.client-secret", Canary.secret());
    }

    public Deployment checkedBy(Extension check) {
        checks.add(check);
        return this;
    }

    public Deployment with(String key, String value) {
        properties.put(key, value);
        return this;
    }

    public Deployment without(String key) {
        properties.remove(key);
        return this;
    }

    /** With a folder of resources, as an archive would bring them. */
    public Deployment withResources(URL folder) {
        archive = new URL[] {folder};
        return this;
    }

    /** The whole text, traces and causes included, with which the deployment is refused; empty when it is accepted. */
    public String refusal() throws IOException {
        Config config = SettableSource.config(SettableSource.of(properties));
        ThreadConfig own = new ThreadConfig(config, archive);
        try {
            return deploy();
        } finally {
            own.close();
        }
    }

    private String deploy() {
        SeContainerInitializer weld = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(checks.toArray(Extension[]::new))
                .addBeanClasses(Deployment.class)
                .addBeanClasses(beans);
        try {
            weld.initialize().close();
            return "";
        } catch (DeploymentException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }
}
