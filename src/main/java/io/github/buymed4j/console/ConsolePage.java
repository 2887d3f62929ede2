package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.VisibleText;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Profile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What {@code index.xhtml} shows of the credentials, and the calls that show whether they work; each blocks until it has
 * an outcome. Lives for one request: nothing of it is stored in the session.
 */
@Named("console")
@RequestScoped
public class ConsolePage {

    private static final int LONGEST_EXCERPT = 600;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final Example example;
    private final Pharmacy pharmacy;
    private @Nullable Outcome outcome;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected ConsolePage() {
        config = null;
        registry = null;
        example = null;
        pharmacy = null;
    }

    @Inject
    ConsolePage(BuymedConfig config, CredentialsRegistry registry, @RestClient Example example, Pharmacy pharmacy) {
        this.config = config;
        this.registry = registry;
        this.example = example;
        this.pharmacy = pharmacy;
    }

    /** The credentials in use. */
    public Credentials getCredentials() {
        return status().credentials();
    }

    /** The known state of the credentials, which decides how the next calls are handled. */
    public String getState() {
        CredentialsStatus status = status();
        return status.rejectedSince()
                .map(since -> "Rejected by the platform since " + since)
                .orElse(status.proven() ? "Accepted by the platform" : "Not tried yet");
    }

    public boolean isRejected() {
        return status().rejectedSince().isPresent();
    }

    /** A value of the configuration or of the store, made safe to display. */
    public String visible(Object value) {
        return VisibleText.of(value.toString());
    }

    private CredentialsStatus status() {
        return registry.of(ApplicationName.DEFAULT).status();
    }

    public String getServiceRegion() {
        return config.settings().get(ConfigKey.SERVICE_REGION);
    }

    public String getApiAddress() {
        return config.settings().get(ConfigKey.API_URL).toString();
    }

    /** How the call of this request ended; null if it made none. */
    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    public void callEndpoint() {
        JsonObject data = Json.createObjectBuilder()
                .add("message", "Hello from the operator's console")
                .build();
        call("POST /v1/endpoint", () -> example.post(data).toString());
    }

    public void callProfile() {
        callProfile(() -> pharmacy);
    }

    /** Makes the call with the access token that the pharmacy has granted. */
    public void callProfileOf(String account) {
        callProfile(() -> pharmacy.as(Account.of(account)));
    }

    private void callProfile(Supplier<Pharmacy> whose) {
        call("GET /api/v1/pharmacy/profile", () -> {
            Profile profile = whose.get().profile();
            return profile.name() + ", customer " + profile.customerID();
        });
    }

    private void call(String call, Supplier<String> platform) {
        outcome = Outcome.of(call, () -> shown(platform.get()), System::nanoTime);
    }

    /** A reply made safe for a page: short, and without the secrets that the platform may send back. */
    private String shown(String reply) {
        Secret clientSecret = status().credentials().clientSecret();
        Optional<Secret> token =
                config.read(ConfigKey.ACCESS_TOKEN, ApplicationName.DEFAULT).map(Reading::value);
        String safe = clientSecret.redact(reply);
        return VisibleText.of(token.map(secret -> secret.redact(safe)).orElse(safe), LONGEST_EXCERPT);
    }
}
