package io.github.buymed4j.sandbox.apps;

import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.SecretUse;
import java.time.Clock;
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
    private final Map<String, String> unseenSecrets = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger(1000);
    private final Notices notices = new Notices();
    private final Clock clock;

    public Apps(Clock clock) {
        this.clock = clock;
    }

    public Notices notices() {
        return notices;
    }

    /** Makes an application without the rules of {@link #register}. */
    public App create(String owner, AppDetails details, List<String> scopes) {
        Scopes.check(scopes);
        App app = App.pending(String.valueOf(lastId.incrementAndGet()), owner, details, scopes);
        byId.put(app.id(), app);
        return app;
    }

    /** The developer's application for an API category; empty if there is one already. */
    public synchronized Optional<App> register(String owner, AppDetails details) {
        boolean taken = ownedBy(owner).stream()
                .anyMatch(app -> app.details().type() == details.type() && app.status() != Status.INACTIVE);
        return taken ? Optional.empty() : Optional.of(create(owner, details, List.of()));
    }

    /** Makes the credentials and gives them out: the secret is not kept. */
    public Credentials approve(String appId) {
        return approve(appId, new Credentials(Secret.clientId(), Secret.clientSecret()));
    }

    /** Approves with given credentials, so that a run can be seeded. */
    public Credentials approve(String appId, Credentials credentials) {
        App app = change(appId, Status.PENDING, pending -> pending.approved(credentials, clock.instant()));
        idByClientId.put(credentials.clientId(), appId);
        tell(app, "", true, "");
        return credentials;
    }

    /** Makes the credentials; the secret is kept until the owner has seen it. */
    public void approveUnseen(String appId) {
        unseenSecrets.put(appId, approve(appId).clientSecret());
    }

    /** The secret of an approved application that nobody has seen. It is given out once. */
    public Optional<String> reveal(String appId) {
        return Optional.ofNullable(unseenSecrets.remove(appId));
    }

    public boolean hasUnseenSecret(String appId) {
        return unseenSecrets.containsKey(appId);
    }

    public void reject(String appId, String reason) {
        tell(change(appId, Status.PENDING, app -> app.rejected(reason)), "", false, reason);
    }

    /** The old secret is invalid at once. */
    public Credentials regenerateSecret(String appId) {
        return regenerateSecret(appId, Secret.clientSecret());
    }

    /** Regenerates to a given secret, so that it can be known ahead. */
    public Credentials regenerateSecret(String appId, String secret) {
        App app = change(appId, Status.ACTIVE, active -> active.withSecret(secret, clock.instant()));
        unseenSecrets.remove(appId);
        return new Credentials(app.clientId(), secret);
    }

    public App deactivate(String appId) {
        unseenSecrets.remove(appId);
        return change(appId, Status.ACTIVE, App::deactivated);
    }

    /** Asks for a scope, grants it or takes it away, without saying why. */
    public App changeScope(String appId, String scope, Status state) {
        return changeScope(appId, scope, old -> old.with(state, ""));
    }

    /** The developer asks for a scope. */
    public void requestScope(String appId, String scope, String justification) {
        changeScope(appId, scope, old -> new ScopeState(Status.PENDING, justification, ""));
    }

    /** The administrator grants a scope, or refuses it or takes it away with a reason. */
    public void decideScope(String appId, String scope, boolean granted, String reason) {
        App app = changeScope(appId, scope, old -> old.with(granted ? Status.ACTIVE : Status.INACTIVE, reason));
        tell(app, scope, granted, reason);
    }

    private App changeScope(String appId, String scope, UnaryOperator<ScopeState> how) {
        Scopes.check(List.of(scope));
        return change(appId, get(appId).status(), app -> {
            ScopeState old = app.scopes().getOrDefault(scope, new ScopeState(Status.INACTIVE, "", ""));
            return app.withScope(scope, how.apply(old));
        });
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

    private void tell(App app, String scope, boolean approved, String reason) {
        if (!app.owner().isEmpty()) {
            notices.add(app.owner(), new Notice(clock.instant(), app.id(), app.name(), scope, approved, reason));
        }
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

    public List<App> ownedBy(String developer) {
        return all().stream().filter(app -> app.owner().equals(developer)).toList();
    }

    /** Takes them as they are. */
    public void restore(List<App> apps) {
        for (App app : apps) {
            byId.put(app.id(), app);
            if (!app.clientId().isEmpty()) {
                idByClientId.put(app.clientId(), app.id());
            }
            lastId.accumulateAndGet(Integer.parseInt(app.id()), Math::max);
        }
    }

    public Optional<App> withClientId(String clientId) {
        return Optional.ofNullable(idByClientId.get(clientId)).map(byId::get);
    }

    /** The active application with this very pair. The exchange keeps whose Client ID it is, and what came of the secret. */
    public Optional<App> authenticate(Exchange exchange, String clientId, String clientSecret) {
        return withClientId(clientId).filter(app -> {
            SecretUse use = use(app, clientSecret);
            exchange.sentBy(app.id(), use);
            return use == SecretUse.ACCEPTED;
        });
    }

    private static SecretUse use(App app, String clientSecret) {
        if (app.isActive() && app.hasSecret(clientSecret)) {
            return SecretUse.ACCEPTED;
        }
        return app.hadSecret(clientSecret) ? SecretUse.DEAD : SecretUse.REJECTED;
    }
}
