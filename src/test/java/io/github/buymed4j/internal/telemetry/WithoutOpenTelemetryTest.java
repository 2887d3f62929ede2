package io.github.buymed4j.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.DiscoveredArchive;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.Pipeline;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bean archive on a server with OpenTelemetry and on one that has none, or hides it from applications, whose class
 * loader then does not find it either.
 */
class WithoutOpenTelemetryTest {

    @TempDir
    Path folder;

    @Test
    void discovery_openTelemetryOnTheServer_findsItsBeans() throws Exception {
        assertThat(product(new DiscoveredArchive(folder)).beans(config())).contains("Recorder", "PipelineBeans");
    }

    @Test
    void discovery_noOpenTelemetryOnTheServer_findsAllOtherBeans() throws Exception {
        assertThat(product(new DiscoveredArchive(folder, "io.opentelemetry.")).beans(config()))
                .contains("PipelineBeans")
                .doesNotContain("Recorder");
    }

    @Test
    @SuppressWarnings("unchecked")
    void call_noOpenTelemetryOnTheServer_isSent() throws Exception {
        DiscoveredArchive archive =
                product(new DiscoveredArchive(folder, "io.opentelemetry.")).with(Call.class);
        Function<SeContainer, String> call = (Function<SeContainer, String>)
                archive.loadClass(Call.class.getName()).getDeclaredConstructor().newInstance();

        assertThat(archive.within(call, config())).isEqualTo("sent");
    }

    /** A call of the archive's own classes. */
    public static final class Call implements Function<SeContainer, String> {

        @Override
        public String apply(SeContainer container) {
            return String.valueOf(container
                    .select(Pipeline.class)
                    .get()
                    .send(CallScope.current(), () -> CompletableFuture.completedFuture("sent"), true, null)
                    .toCompletableFuture()
                    .join());
        }
    }

    private static DiscoveredArchive product(DiscoveredArchive archive) throws IOException {
        return archive.withProduct(
                "io/github/buymed4j/BuymedException.class",
                "io/github/buymed4j/CallInterruptedException.class",
                "io/github/buymed4j/Account.class",
                "io/github/buymed4j/BuymedApplication.class",
                "io/github/buymed4j/accounts",
                "io/github/buymed4j/config",
                "io/github/buymed4j/credentials",
                "io/github/buymed4j/internal",
                "io/github/buymed4j/quota",
                "io/github/buymed4j/rest");
    }

    private static Extension config() {
        return new OwnConfig(SettableSource.config(SettableSource.of(
                Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", Canary.secret()))));
    }
}
