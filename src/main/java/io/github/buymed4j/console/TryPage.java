package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.VisibleText;
import io.github.buymed4j.rest.AccessTokens;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.security.OperatorAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    private static final int LONGEST_BODY = 4_000;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final AccessTokens tokens;
    private final ApplicationChoice applications;
    private final OperatorActions actions;
    private final Exchange exchange;
    private final Example example;
    private @Nullable Outcome outcome;
    private String body = "";

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected TryPage() {
        config = null;
        registry = null;
        tokens = null;
        applications = null;
        actions = null;
        exchange = null;
        example = null;
    }

    @Inject
    TryPage(
            BuymedConfig config,
            CredentialsRegistry registry,
            AccessTokens tokens,
            ApplicationChoice applications,
            OperatorActions actions,
            Exchange exchange,
            @RestClient Example example) {
        this.config = config;
        this.registry = registry;
        this.tokens = tokens;
        this.applications = applications;
        this.actions = actions;
        this.exchange = exchange;
        this.example = example;
    }

    /** How the call of this request ended; null if it made none. */
    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    /** The request as it was sent, with fingerprints in place of the secrets. */
    public String getRequest() {
        return exchange.request();
    }

    /** The reply; without its body if the call has failed. */
    public String getReply() {
        return body.isEmpty() ? exchange.reply() : exchange.reply() + "\n" + body;
    }

    public void callEndpoint() {
        callEndpoint(OperatorAction.Type.CALLED, () -> {});
    }

    /** As {@link #callEndpoint()}, also if the credentials are known to be rejected. */
    public void probe() {
        callEndpoint(
                OperatorAction.Type.PROBED,
                () -> registry.of(applications.getChosen()).lookNow());
    }

    private void callEndpoint(OperatorAction.Type action, Runnable before) {
        JsonObject data = Json.createObjectBuilder()
                .add("message", "Hello from the operator's console")
                .build();
        call(
                action,
                "POST /v1/endpoint",
                null,
                () -> {
                    before.run();
                    return example.post(data);
                },
                JsonObject::toString);
    }

    public void callProfile() {
        callProfile(null);
    }

    /** Makes the call with the access token that the pharmacy has granted. */
    public void callProfileOf(String account) {
        callProfile(Account.of(account));
    }

    private void callProfile(@Nullable Account account) {
        call(OperatorAction.Type.CALLED, "GET /api/v1/pharmacy/profile", account, example::profile, TryPage::nameOf);
    }

    private static String nameOf(JsonObject reply) {
        JsonObject profile = reply.getJsonArray("data").getJsonObject(0);
        return profile.getString("name", "") + ", customer " + profile.get("customerID");
    }

    private void call(
            OperatorAction.Type action,
            String name,
            @Nullable Account account,
            Supplier<JsonObject> platform,
            Function<JsonObject, String> summary) {
        ApplicationName application = applications.getChosen();
        CallScope scope = CallScope.current().application(application.value());
        CallScope whose = account == null ? scope : scope.account(account);
        Outcome ended = Outcome.of(
                name,
                () -> {
                    JsonObject reply = whose.call(platform::get);
                    UnaryOperator<String> redaction = redaction(application, account);
                    body = VisibleText.of(redaction.apply(reply.toString()), LONGEST_BODY);
                    return VisibleText.of(redaction.apply(summary.apply(reply)), LONGEST_EXCERPT);
                },
                System::nanoTime);
        outcome = ended;
        actions.done(action, application, name + ": " + ended.verdict());
    }

    /** Takes the secrets of the call out of a text that the platform has sent. */
    private UnaryOperator<String> redaction(ApplicationName application, @Nullable Account account) {
        Secret clientSecret = registry.of(application).status().credentials().clientSecret();
        Optional<Secret> token = account == null
                ? config.read(ConfigKey.ACCESS_TOKEN, application).map(Reading::value)
                : Optional.of(tokens.current(account));
        return text -> token.map(secret -> secret.redact(clientSecret.redact(text)))
                .orElseGet(() -> clientSecret.redact(text));
    }
}
