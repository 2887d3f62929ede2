package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.VisibleText;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Profile;
import io.github.buymed4j.rest.CallScope;
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
 * The calls of {@code try.xhtml}, which show whether the credentials work; each blocks until it has an outcome. Lives for
 * one request: nothing of it is stored in the session.
 */
@Named("tryPage")
@RequestScoped
public class TryPage {

    private static final int LONGEST_EXCERPT = 600;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final ApplicationChoice applications;
    private final Example example;
    private final Pharmacy pharmacy;
    private @Nullable Outcome outcome;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected TryPage() {
        config = null;
        registry = null;
        applications = null;
        example = null;
        pharmacy = null;
    }

    @Inject
    TryPage(
            BuymedConfig config,
            CredentialsRegistry registry,
            ApplicationChoice applications,
            @RestClient Example example,
            Pharmacy pharmacy) {
        this.config = config;
        this.registry = registry;
        this.applications = applications;
        this.example = example;
        this.pharmacy = pharmacy;
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
        CallScope scope =
                CallScope.current().application(applications.getChosen().value());
        outcome = Outcome.of(call, () -> shown(scope.call(platform::get)), System::nanoTime);
    }

    /** A reply made safe for a page: short, and without the secrets that the platform may send back. */
    private String shown(String reply) {
        ApplicationName application = applications.getChosen();
        Secret clientSecret = registry.of(application).status().credentials().clientSecret();
        Optional<Secret> token =
                config.read(ConfigKey.ACCESS_TOKEN, application).map(Reading::value);
        String safe = clientSecret.redact(reply);
        return VisibleText.of(token.map(secret -> secret.redact(safe)).orElse(safe), LONGEST_EXCERPT);
    }
}
