package io.github.buymed4j.credentials;

import io.github.buymed4j.Canary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts one secret of each application; "Regenerate" kills the old one at once. Knows each pair that ever was one. */
final class SimulatedPlatform {

    static final String CLIENT_ID = "buymed_app_1";

    private final Map<String, String> everIssued = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Set<String> inactive = ConcurrentHashMap.newKeySet();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();

    /** Registers the application, or makes it a new secret; the old one is rejected from now on. */
    synchronized String regenerate(String clientId) {
        String secret = Canary.secret();
        everIssued.put(secret, clientId);
        secrets.put(clientId, secret);
        return secret;
    }

    String regenerate() {
        return regenerate(CLIENT_ID);
    }

    void deactivate() {
        inactive.add(CLIENT_ID);
    }

    void activate() {
        inactive.remove(CLIENT_ID);
    }

    synchronized boolean wouldAccept(String secret) {
        return inactive.isEmpty() && secrets.containsValue(secret);
    }

    /** One request. */
    boolean accepts(Credentials credentials) {
        String secret = credentials.clientSecret().reveal();
        String owner = everIssued.get(secret);
        if (owner != null && !owner.equals(credentials.clientId())) {
            torn.incrementAndGet();
        }
        boolean good;
        synchronized (this) {
            good = !inactive.contains(credentials.clientId()) && secret.equals(secrets.get(credentials.clientId()));
        }
        (good ? accepted : rejected).incrementAndGet();
        return good;
    }

    int acceptedRequests() {
        return accepted.get();
    }

    int rejectedRequests() {
        return rejected.get();
    }

    /** Requests whose id and secret never belonged together. */
    int tornRequests() {
        return torn.get();
    }
}
