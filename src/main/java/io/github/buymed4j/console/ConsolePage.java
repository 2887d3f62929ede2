package io.github.buymed4j.console;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.credentials.CredentialsEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What {@code index.xhtml} shows and does. Lives for one request: nothing of it reaches the session. */
@Named("console")
@RequestScoped
public class ConsolePage {

    private final BuymedConfig config;
    private final CredentialsWatch credentials;
    private final LiveCalls calls;
    private @Nullable Outcome outcome;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected ConsolePage() {
        config = null;
        credentials = null;
        calls = null;
    }

    @Inject
    ConsolePage(BuymedConfig config, CredentialsWatch credentials, LiveCalls calls) {
        this.config = config;
        this.credentials = credentials;
        this.calls = calls;
    }

    /** The credentials in use and what last happened to them. */
    public CredentialsEvent getLatest() {
        return credentials.latest();
    }

    /** What the latest event means for the calls that come. */
    public String getState() {
        return switch (credentials.latest().type()) {
            case LOADED, CHANGED -> "In use";
            case REJECTED -> "Rejected by the platform";
            case PROMOTED -> "In use: the staged secret, accepted by the platform";
            case RECOVERED -> "In use: accepted again by the platform";
        };
    }

    public boolean isRejected() {
        return credentials.latest().type() == CredentialsEvent.Type.REJECTED;
    }

    public String getServiceRegion() {
        return config.settings().serviceRegion();
    }

    public String getApiAddress() {
        return config.settings().apiUrl().toString();
    }

    /** How the call of this request ended; null where it makes none. */
    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    public void callEndpoint() {
        outcome = calls.endpoint();
    }

    public void callProfile() {
        outcome = calls.profile();
    }
}
