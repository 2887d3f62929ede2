package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.DiscoveredArchive;
import io.github.buymed4j.internal.config.OwnConfig;
import io.github.buymed4j.internal.config.SettableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean archive, as a server discovers it, on a server with MicroProfile Health and on one without. */
class WithoutHealthTest {

    @TempDir
    Path folder;

    @Test
    void discovery_healthOnTheServer_findsTheReadinessCheck() throws Exception {
        assertThat(beans(new DiscoveredArchive(folder))).contains("CredentialsRegistry", "CredentialsReadiness");
    }

    @Test
    void discovery_noHealthOnTheServer_findsAllButTheReadinessCheck() throws Exception {
        assertThat(beans(new DiscoveredArchive(folder, "org.eclipse.microprofile.health.")))
                .contains("CredentialsRegistry")
                .doesNotContain("CredentialsReadiness");
    }

    /** Of the two packages that the readiness check needs. */
    private static List<String> beans(DiscoveredArchive archive) throws IOException {
        SettableSource source =
                SettableSource.of(Map.of("buymed.client-id", "buymed_app_1", "buymed.client-secret", Canary.secret()));
        return archive.withProduct("io/github/buymed4j/internal/config", "io/github/buymed4j/credentials")
                .beans(new OwnConfig(SettableSource.config(source)));
    }
}
