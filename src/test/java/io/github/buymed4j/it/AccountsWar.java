package io.github.buymed4j.it;

import com.nimbusds.jose.JWEObject;
import io.github.buymed4j.accounts.Seals;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A user's WAR that connects pharmacies: {@code buymed4j.jar}, the JOSE library that it brings, a few classes. */
public final class AccountsWar {

    private AccountsWar() {}

    public static WebArchive of(String name, SandboxApp app, Map<String, String> more) {
        Map<String, String> config = new TreeMap<>(Map.of(
                "buymed/mp-rest/url",
                app.url().toString(),
                "buymed-iam/mp-rest/url",
                app.url().toString(),
                "buymed.authorize-url",
                app.url() + "/oauth/authorize",
                "buymed.redirect-uri",
                SandboxApp.REDIRECT_URI,
                "buymed.client-id",
                app.clientId(),
                "buymed.client-secret-file",
                SecretFile.holding(app.clientSecret()).toString(),
                "buymed.access-token",
                app.accessToken(),
                "buymed.accounts.create-table",
                "true",
                "buymed.quota.per-minute",
                "1000000",
                "buymed.quota.per-hour",
                "1000000"));
        config.putAll(more);
        return TestWar.named(name)
                .addAsLibraries(TestWar.productLibraries())
                .addAsLibraries(TestWar.libraryOf(JWEObject.class))
                .addClasses(
                        Clinic.class, ClinicServlet.class, Crowd.class, Profiles.class, TokenSeeds.class, Seals.class)
                .addAsResource(
                        new StringAsset(ConsumerWar.properties(config)), "META-INF/microprofile-config.properties");
    }
}
