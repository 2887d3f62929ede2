package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.AppDetails;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Credentials;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.tokens.Grant;
import io.github.buymed4j.sandbox.tokens.IssuedTokens;
import io.github.buymed4j.sandbox.tokens.Tokens;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What control can do to an application. */
final class AppControl {
    private final Apps apps;
    private final Tokens tokens;
    private final Accounts accounts;

    AppControl(Apps apps, Tokens tokens, Accounts accounts) {
        this.apps = apps;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    JsonObjectBuilder create(Fields fields) {
        AppDetails details = AppDetails.of(
                fields.text("name").orElse("Ứng dụng thử nghiệm"),
                fields.text("redirectUri").orElse(""));
        return json(apps.create(fields.text("developer").orElse(""), details, fields.texts("scopes", Scopes.ALL)));
    }

    JsonObjectBuilder approve(String appId) {
        Credentials credentials = apps.approve(appId);
        return json(apps.get(appId)).add("clientSecret", credentials.clientSecret());
    }

    /** A secret may be given, so that a test knows it ahead, as it would where the portal showed it before it counts. */
    JsonObjectBuilder regenerateSecret(String appId, Fields fields) {
        Credentials credentials =
                apps.regenerateSecret(appId, fields.text("clientSecret").orElseGet(Secret::clientSecret));
        return json(apps.get(appId)).add("clientSecret", credentials.clientSecret());
    }

    JsonObjectBuilder deactivate(String appId) {
        return json(apps.deactivate(appId));
    }

    JsonObjectBuilder changeScope(String appId, Fields fields) {
        String scope = fields.text("scope").orElseThrow(() -> Fields.wrong("scope", "there"));
        String label = fields.text("status").orElse("");
        Status status = List.of(Status.values()).stream()
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Fields.wrong("status", "Active, Pending or Inactive"));
        return json(apps.changeScope(appId, scope, status));
    }

    JsonObjectBuilder issueToken(String appId, Fields fields) {
        App app = apps.get(appId);
        List<String> scopes = fields.texts("scopes", app.activeScopes());
        Scopes.check(scopes);
        String account =
                accounts.named(fields.text("account").orElse(Accounts.DEMO)).key();
        Duration access = fields.seconds("expiresIn", Grant.ACCESS_LIFETIME);
        Duration refresh = fields.seconds("refreshExpiresIn", Grant.REFRESH_LIFETIME);
        IssuedTokens issued = tokens.issue(
                new Grant(app.id(), account, Set.copyOf(scopes), access, refresh, fields.flag("untilLogOut", false)));
        return JsonText.object()
                .add("accessToken", issued.accessToken())
                .add("refreshToken", issued.refreshToken())
                .add("account", account)
                .add("expiresIn", access.toSeconds());
    }

    static JsonObjectBuilder json(App app) {
        JsonObjectBuilder scopes = JsonText.object();
        app.scopes().forEach((scope, state) -> scopes.add(scope, state.status().label()));
        JsonObjectBuilder json = JsonText.object()
                .add("appId", app.id())
                .add("name", app.name())
                .add("redirectUri", app.redirectUri())
                .add("status", app.status().label())
                .add("scopes", scopes);
        return app.clientId().isEmpty() ? json : json.add("clientId", app.clientId());
    }

    JsonObjectBuilder show(String appId) {
        return json(apps.get(appId));
    }
}
