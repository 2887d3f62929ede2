package io.github.buymed4j.credentials;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.LiveValue;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Changes the credentials of an application, and its platform's opinion of them. */
public final class CredentialProvocations {

    private static final String SECRET = "buymed.client-secret";

    private CredentialProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                of("BUYMED-1001", Scene::current),
                of("BUYMED-1002", scene -> scene.with(SECRET, Canary.secret()).current()),
                of("BUYMED-1003", Scene::reject),
                of(
                        "BUYMED-1004",
                        scene -> scene.with("buymed.client-secret.next", Canary.secret())
                                .accept(scene.replacement())),
                of("BUYMED-1005", scene -> {
                    scene.reject();
                    scene.with(SECRET, Canary.secret()).accept(scene.current());
                }),
                of("BUYMED-1006", Scene::denyTenTimes),
                Provocation.of("BUYMED-1007", CredentialProvocations::failingObserver),
                Provocation.of("BUYMED-1008", CredentialProvocations::tokenSpoilt),
                of("CredentialsRejectedException", scene -> {
                    throw scene.reject();
                }));
    }

    private static void failingObserver() {
        Application application = new Application();
        application.load(application.time.timing(Duration.ofSeconds(1), Duration.ZERO), event -> {
            throw new IllegalStateException("an observer's");
        });
    }

    private static void tokenSpoilt() {
        String key = "buymed.access-token";
        SettableSource source = SettableSource.of(Map.of(key, Canary.accessToken()));
        LiveValue token = new LiveValue(
                source.buymedConfig(),
                ConfigKey.ACCESS_TOKEN,
                ApplicationName.DEFAULT,
                Duration.ZERO,
                System::nanoTime);
        source.set(key, "your_access_token");
        token.get();
    }

    private interface Change {
        void make(Scene scene);
    }

    private static Provocation of(String entry, Change change) {
        return Provocation.of(entry, () -> {
            Scene scene = new Scene();
            try (SeContainer container = scene.container()) {
                change.make(scene.loadedBy(container));
            }
        });
    }

    private static final class Scene {

        private final SettableSource source = SettableSource.of(Map.of(
                "buymed.client-id",
                "buymed_app_1",
                SECRET,
                Canary.secret(),
                "buymed.credentials.check-interval",
                "PT0S"));
        private CredentialsProvider provider = new Application().load();

        SeContainer container() {
            return SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(new OwnConfig(SettableSource.config(source)))
                    .addBeanClasses(BuymedConfig.class, CredentialsRegistry.class)
                    .initialize();
        }

        Scene loadedBy(SeContainer container) {
            provider = container.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
            return this;
        }

        Scene with(String key, String value) {
            source.set(key, value);
            return this;
        }

        Credentials current() {
            return provider.current();
        }

        Credentials replacement() {
            return provider.replacementFor(provider.current());
        }

        void accept(Credentials credentials) {
            provider.accepted(credentials);
        }

        CredentialsRejectedException reject() {
            return provider.rejected(provider.current());
        }

        void denyTenTimes() {
            for (int i = 0; i < DenialBurst.MANY; i++) {
                provider.denied(provider.current());
            }
        }
    }
}
