package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Profile;
import io.github.buymed4j.rest.reply.OutsideText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The calls that the operator can make to see whether the credentials work. Each blocks until it has an outcome. */
@ApplicationScoped
class LiveCalls {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final Example example;
    private final Pharmacy pharmacy;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LiveCalls() {
        config = null;
        registry = null;
        example = null;
        pharmacy = null;
    }

    @Inject
    LiveCalls(BuymedConfig config, CredentialsRegistry registry, @RestClient Example example, Pharmacy pharmacy) {
        this.config = config;
        this.registry = registry;
        this.example = example;
        this.pharmacy = pharmacy;
    }

    Outcome endpoint() {
        JsonObject data = Json.createObjectBuilder()
                .add("message", "Hello from the operator's console")
                .build();
        return outcome("POST /v1/endpoint", () -> example.post(data).toString());
    }

    Outcome profile() {
        return profile(() -> pharmacy);
    }

    Outcome profileOf(String account) {
        return profile(() -> pharmacy.as(Account.of(account)));
    }

    private Outcome profile(Supplier<Pharmacy> whose) {
        return outcome("GET /api/v1/pharmacy/profile", () -> {
            Profile profile = whose.get().profile();
            return profile.name() + ", customer " + profile.customerID();
        });
    }

    private Outcome outcome(String call, Supplier<String> platform) {
        return Outcome.of(call, () -> shown(platform.get()), System::nanoTime);
    }

    /** A reply made safe for a page: short, and without the secrets that the platform may send back. */
    private String shown(String reply) {
        Secret clientSecret =
                registry.of(ApplicationName.DEFAULT).status().credentials().clientSecret();
        Optional<Secret> token =
                config.read(ConfigKey.ACCESS_TOKEN, ApplicationName.DEFAULT).map(Reading::value);
        return OutsideText.excerpt(reply, text -> {
            String safe = clientSecret.redact(text);
            return token.map(secret -> secret.redact(safe)).orElse(safe);
        });
    }
}
