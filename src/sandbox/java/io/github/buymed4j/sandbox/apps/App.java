package io.github.buymed4j.sandbox.apps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application, as it stands now.
 *
 * @param owner the developer; empty for an application that a test has made
 * @param reason why the administrator rejected it; empty otherwise
 * @param clientId empty until approved
 * @param secrets the current one first, then those that are dead; empty until approved
 * @param scopes those it has asked for
 */
public record App(
        String id,
        String owner,
        AppDetails details,
        Status status,
        String reason,
        String clientId,
        List<SecretHash> secrets,
        Map<String, ScopeState> scopes) {
    private static final int REMEMBERED_SECRETS = 20;

    public App {
        secrets = List.copyOf(secrets);
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }

    static App pending(String id, String owner, AppDetails details, List<String> scopes) {
        Map<String, ScopeState> asked = new LinkedHashMap<>();
        scopes.forEach(scope -> asked.put(scope, new ScopeState(Status.PENDING, "", "")));
        return new App(id, owner, details, Status.PENDING, "", "", List.of(), asked);
    }

    /** The scopes that were asked for with the application are granted with it. */
    App approved(Credentials credentials, Instant now) {
        Map<String, ScopeState> granted = new LinkedHashMap<>(scopes);
        granted.replaceAll((scope, asked) -> asked.with(Status.ACTIVE, ""));
        SecretHash secret = new SecretHash(Secret.hash(credentials.clientSecret()), now);
        return new App(id, owner, details, Status.ACTIVE, "", credentials.clientId(), List.of(secret), granted);
    }

    App rejected(String why) {
        return new App(id, owner, details, Status.INACTIVE, why, clientId, secrets, scopes);
    }

    App withSecret(String clientSecret, Instant now) {
        List<SecretHash> all = new ArrayList<>(secrets);
        all.add(0, new SecretHash(Secret.hash(clientSecret), now));
        List<SecretHash> kept = all.subList(0, Math.min(all.size(), REMEMBERED_SECRETS));
        return new App(id, owner, details, status, reason, clientId, kept, scopes);
    }

    App deactivated() {
        return new App(id, owner, details, Status.INACTIVE, reason, clientId, secrets, scopes);
    }

    App withScope(String scope, ScopeState state) {
        Map<String, ScopeState> changed = new LinkedHashMap<>(scopes);
        changed.put(scope, state);
        return new App(id, owner, details, status, reason, clientId, secrets, changed);
    }

    public String name() {
        return details.name();
    }

    public String redirectUri() {
        return details.redirectUri();
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** When the secret was made that replaced another one. */
    public Optional<Instant> regeneratedAt() {
        return secrets.size() < 2
                ? Optional.empty()
                : Optional.of(secrets.get(0).madeAt());
    }

    boolean hasSecret(String clientSecret) {
        return !secrets.isEmpty() && Secret.matches(clientSecret, secrets.get(0).hash());
    }

    boolean hadSecret(String clientSecret) {
        return secrets.stream().skip(1).anyMatch(dead -> Secret.matches(clientSecret, dead.hash()));
    }

    public boolean mayUse(String scope) {
        ScopeState state = scopes.get(scope);
        return state != null && state.status() == Status.ACTIVE;
    }

    public List<String> activeScopes() {
        return scopes.keySet().stream().filter(this::mayUse).toList();
    }

    @Override
    public String toString() {
        return id + " " + status.label();
    }
}
