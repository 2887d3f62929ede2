package io.github.buymed4j.rest;

import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.transport.Telemetry;
import io.github.buymed4j.quota.QuotaGovernor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Creates the objects that all calls of an application share, and ends the waits of its calls. They need no proxies. */
@Dependent
class PipelineBeans {

    @Produces
    @Singleton
    static Pipeline pipeline(
            BuymedConfig config,
            CredentialsRegistry registry,
            Instance<AccessTokens> accounts,
            QuotaGovernor governor,
            Instance<Telemetry> telemetry) {
        return new Pipeline(
                config,
                registry,
                accounts.isResolvable() ? accounts.get() : null,
                governor,
                telemetry.isResolvable() ? telemetry.get() : null);
    }

    @Produces
    @Singleton
    static SharedReplies replies(BuymedConfig config, ApplicationClasses classes) {
        return new SharedReplies(config, classes);
    }

    @Produces
    @Singleton
    static ApplicationClasses classes() {
        return new ApplicationClasses(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Makes what depends on the thread that makes it: on a thread of the JVM's own, a server finds another configuration
     * and another class loader than those of the application.
     */
    static void applicationStarts(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            BuymedConfig config,
            ApplicationClasses classes) {
        config.settings();
    }

    /** Called before the container destroys the beans that calls need. */
    static void applicationStops(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event, Pipeline pipeline) {
        pipeline.stop();
    }

    static void end(@Disposes Pipeline pipeline) {
        pipeline.stop();
    }
}
