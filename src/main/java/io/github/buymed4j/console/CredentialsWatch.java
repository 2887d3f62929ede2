package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsEvent;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What last happened to the default application's credentials. Looking at rejected ones is left to the calls: it would spend
 * the probe that a call needs to find out that they work again. Thread-safe.
 */
@ApplicationScoped
class CredentialsWatch {

    private final CredentialsRegistry registry;
    private final AtomicReference<@Nullable CredentialsEvent> latest = new AtomicReference<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected CredentialsWatch() {
        registry = null;
    }

    @Inject
    CredentialsWatch(CredentialsRegistry registry) {
        this.registry = registry;
    }

    void note(@Observes CredentialsEvent event) {
        if (event.credentials().application().isDefault()) {
            latest.set(event);
        }
    }

    /** The latest event, those of a look at the sources included. */
    CredentialsEvent latest() {
        CredentialsProvider provider = registry.of(ApplicationName.DEFAULT);
        CredentialsEvent known = Objects.requireNonNull(latest.get(), "loading the credentials fires an event");
        if (known.type() == CredentialsEvent.Type.REJECTED) {
            return known;
        }
        try {
            provider.current();
        } catch (CredentialsRejectedException e) {
            // rejected this very moment, which is the latest event
        }
        return Objects.requireNonNull(latest.get());
    }
}
