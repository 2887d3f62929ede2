package io.github.buymed4j.internal.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.Config;

/** Gives the beans of a container the configuration of a test. */
public final class OwnConfig implements Extension {

    private final Config config;

    public OwnConfig(Config config) {
        this.config = config;
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        discovery.<Config>addBean().addType(Config.class).scope(Dependent.class).createWith(context -> config);
    }
}
