package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beans together, on Weld SE. */
class CredentialsRegistryTest {

    private static final ApplicationName SHOP = new ApplicationName("shop");

    private final String canary = Canary.secret();
    private final SettableSource source =
            SettableSource.of(Map.of("buymed.client-id", "id", "buymed.client-secret", canary));
    private final SeContainer container = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new OwnConfig(SettableSource.config(source)))
            .addBeanClasses(BuymedConfig.class, CredentialsRegistry.class, CredentialsReadiness.class, Listener.class)
            .initialize();
    private final CredentialsRegistry registry =
            container.select(CredentialsRegistry.class).get();

    @AfterEach
    void end() {
        container.close();
    }

    /** An observer that itself uses the credentials, and fails. */
    @ApplicationScoped
    static class Listener {

        private final List<CredentialsEvent> heard = new CopyOnWriteArrayList<>();

        @Inject
        CredentialsRegistry registry;

        List<CredentialsEvent> heard() {
            return heard;
        }

        void hear(@Observes CredentialsEvent event) {
            heard.add(event);
            registry.of(event.credentials().application()).current();
            throw new IllegalStateException("an observer's own mistake");
        }
    }

    @Test
    void of_firstUse_isAnnouncedAsEventAndAsOneLogLine() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = handler(lines);
        Logger log = Logger.getLogger(CredentialsRegistry.class.getName());
        log.addHandler(handler);
        try {
            assertThat(registry.of(ApplicationName.DEFAULT)
                            .current()
                            .clientSecret()
                            .reveal())
                    .isEqualTo(canary);
        } finally {
            log.removeHandler(handler);
        }

        assertThat(container.select(Listener.class).get().heard())
                .extracting(CredentialsEvent::type)
                .containsExactly(CredentialsEvent.Type.LOADED);
        assertThat(lines).anyMatch(line -> line.startsWith("BUYMED-1001 credentials loaded: default application"));
        assertThat(lines).noneMatch(line -> line.contains(canary));
    }

    private static Handler handler(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void of_sameApplication_isTheSameProvider() {
        assertThat(registry.of(ApplicationName.DEFAULT)).isSameAs(registry.of(new ApplicationName("")));
    }

    @Test
    void of_namedApplication_hasItsOwnCredentials() {
        String own = Canary.secret();
        source.set("buymed.app.shop.client-id", "shop").set("buymed.app.shop.client-secret", own);

        Credentials credentials = registry.of(SHOP).current();

        assertThat(credentials.clientId()).isEqualTo("shop");
        assertThat(credentials.clientSecret().reveal()).isEqualTo(own);
        assertThat(credentials.application()).isEqualTo(SHOP);
        assertThat(registry.of(ApplicationName.DEFAULT).current().clientId()).isEqualTo("id");
    }

    @Test
    void of_namedApplicationWithoutCredentials_isRefusedNamingItsKeys() {
        assertThatThrownBy(() -> registry.of(SHOP))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "buymed.app.shop.client-id: is missing", "buymed.app.shop.client-secret: is missing");
    }

    @Test
    void offered_currentAndStaged_areThereWithTheirProblems() {
        BuymedConfig config =
                source.set("buymed.client-secret.next", "changeme").buymedConfig();

        OfferedCredentials offered = CredentialsRegistry.offered(config, ApplicationName.DEFAULT);

        assertThat(offered.credentials())
                .singleElement()
                .extracting(Credentials::clientId)
                .isEqualTo("id");
        assertThat(offered.problems()).isEmpty();
        assertThat(offered.problemsOfStaged())
                .singleElement()
                .asString()
                .startsWith("buymed.client-secret.next: is a placeholder");
    }

    private HealthCheckResponse readiness() {
        return container
                .select(HealthCheck.class, Readiness.Literal.INSTANCE)
                .get()
                .call();
    }

    @Test
    void readiness_credentialsRejected_isUpAndSaysSo() {
        CredentialsProvider provider = registry.of(ApplicationName.DEFAULT);
        provider.rejected(provider.current());

        HealthCheckResponse response = readiness();

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData().orElseThrow().get("default application"))
                .asString()
                .startsWith("rejected since ");
    }

    /** F34. */
    @Test
    void readiness_rejectedIsDown_tellsWhetherACallWouldBeSent() {
        source.set("buymed.health.rejected-is-down", "true");
        HealthCheckResponse before = readiness();
        assertThat(before.getName()).isEqualTo("buymed4j-credentials");
        assertThat(before.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(before.getData().orElseThrow()).containsEntry("default application", "not tried yet");

        CredentialsProvider provider = registry.of(ApplicationName.DEFAULT);
        provider.accepted(provider.current());
        assertThat(readiness().getData().orElseThrow()).containsEntry("default application", "accepted");

        provider.rejected(provider.current());
        HealthCheckResponse after = readiness();
        assertThat(after.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(after.getData().orElseThrow().get("default application"))
                .asString()
                .startsWith("rejected since ");
        assertThat(after.toString()).doesNotContain(canary);
    }

    @Test
    void readiness_namedApplicationWithoutCredentials_isDown() {
        source.set("buymed.app.shop.service-region", "vn");

        assertThat(readiness().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(readiness().getData().orElseThrow()).containsEntry("application shop", "not configured");
    }
}
