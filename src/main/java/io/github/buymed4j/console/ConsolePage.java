package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.VisibleText;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.CredentialsStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What {@code index.xhtml} shows and does. Lives for one request: nothing of it is stored in the session. */
@Named("console")
@RequestScoped
public class ConsolePage {

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final LiveCalls calls;
    private @Nullable Outcome outcome;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected ConsolePage() {
        config = null;
        registry = null;
        calls = null;
    }

    @Inject
    ConsolePage(BuymedConfig config, CredentialsRegistry registry, LiveCalls calls) {
        this.config = config;
        this.registry = registry;
        this.calls = calls;
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
        outcome = calls.endpoint();
    }

    public void callProfile() {
        outcome = calls.profile();
    }

    /** Makes the call with the access token that the pharmacy has granted. */
    public void callProfileOf(String account) {
        outcome = calls.profileOf(account);
    }
}
