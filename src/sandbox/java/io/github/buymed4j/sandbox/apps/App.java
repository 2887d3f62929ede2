package io.github.buymed4j.sandbox.apps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application, as it stands now.
 *
 * @param clientId empty until approved
 * @param secretHash empty until approved
 * @param scopes those it has asked for
 */
public record App(
        String id,
        String name,
        String redirectUri,
        Status status,
        String clientId,
        String secretHash,
        Map<String, Status> scopes) {
    public App {
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }

    static App pending(String id, String name, String redirectUri, List<String> scopes) {
        Map<String, Status> asked = new LinkedHashMap<>();
        scopes.forEach(scope -> asked.put(scope, Status.PENDING));
        return new App(id, name, redirectUri, Status.PENDING, "", "", asked);
    }

    App approved(String newClientId, String clientSecret) {
        Map<String, Status> granted = new LinkedHashMap<>(scopes);
        granted.replaceAll((scope, asked) -> Status.ACTIVE);
        return new App(id, name, redirectUri, Status.ACTIVE, newClientId, Secret.hash(clientSecret), granted);
    }

    App withSecret(String clientSecret) {
        return new App(id, name, redirectUri, status, clientId, Secret.hash(clientSecret), scopes);
    }

    App deactivated() {
        return new App(id, name, redirectUri, Status.INACTIVE, clientId, secretHash, scopes);
    }

    App withScope(String scope, Status state) {
        Map<String, Status> changed = new LinkedHashMap<>(scopes);
        changed.put(scope, state);
        return new App(id, name, redirectUri, status, clientId, secretHash, changed);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean mayUse(String scope) {
        return scopes.get(scope) == Status.ACTIVE;
    }

    public List<String> activeScopes() {
        return scopes.keySet().stream().filter(this::mayUse).toList();
    }

    @Override
    public String toString() {
        return id + " " + status.label();
    }
}
