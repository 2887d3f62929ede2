package io.github.buymed4j.sandbox.apps;

import io.github.buymed4j.sandbox.envelope.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The applications: {@code Pending} until approved, then {@code Active}, in the end {@code Inactive}. Thread-safe. */
public final class Apps {
    private final Map<String, App> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idByClientId = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger(1000);

    public App create(String name, String redirectUri, List<String> scopes) {
        Scopes.check(scopes);
        RedirectUri.check(redirectUri);
        App app = App.pending(String.valueOf(lastId.incrementAndGet()), name, redirectUri, scopes);
        byId.put(app.id(), app);
        return app;
    }

    /** Makes the credentials; this is the only time that the secret is seen. */
    public Credentials approve(String appId) {
        return approve(appId, new Credentials(Secret.clientId(), Secret.clientSecret()));
    }

    /** Approves with given credentials, so that a run can be seeded. */
    public Credentials approve(String appId, Credentials credentials) {
        change(appId, Status.PENDING, app -> app.approved(credentials.clientId(), credentials.clientSecret()));
        idByClientId.put(credentials.clientId(), appId);
        return credentials;
    }

    /** The old secret is invalid at once. */
    public Credentials regenerateSecret(String appId) {
        return regenerateSecret(appId, Secret.clientSecret());
    }

    /** Regenerates to a given secret, so that it can be known ahead. */
    public Credentials regenerateSecret(String appId, String secret) {
        return new Credentials(
                change(appId, Status.ACTIVE, app -> app.withSecret(secret)).clientId(), secret);
    }

    public App deactivate(String appId) {
        return change(appId, Status.ACTIVE, App::deactivated);
    }

    /** Asks for a scope, grants it or takes it away. */
    public App changeScope(String appId, String scope, Status state) {
        Scopes.check(List.of(scope));
        return change(appId, get(appId).status(), app -> app.withScope(scope, state));
    }

    private App change(String appId, Status expected, UnaryOperator<App> how) {
        get(appId);
        return byId.compute(appId, (id, app) -> {
            if (app == null || app.status() != expected) {
                throw Refusal.invalid("INVALID_STATE", "Ứng dụng phải ở trạng thái " + expected.label());
            }
            return how.apply(app);
        });
    }

    public App get(String appId) {
        App app = byId.get(appId);
        if (app == null) {
            throw Refusal.notFound("ứng dụng");
        }
        return app;
    }

    public List<App> all() {
        return byId.values().stream().sorted(Comparator.comparing(App::id)).toList();
    }

    public Optional<App> withClientId(String clientId) {
        return Optional.ofNullable(idByClientId.get(clientId)).map(byId::get);
    }

    /** The active application with this very pair. */
    public Optional<App> authenticate(String clientId, String clientSecret) {
        return withClientId(clientId)
                .filter(App::isActive)
                .filter(app -> Secret.matches(clientSecret, app.secretHash()));
    }
}
