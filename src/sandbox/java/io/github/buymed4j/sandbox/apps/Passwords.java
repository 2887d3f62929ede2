package io.github.buymed4j.sandbox.apps;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who may log in with what. Only hashes are kept. Thread-safe. */
public final class Passwords {
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    public void set(String user, String password) {
        hashes.put(user, Secret.hash(password));
    }

    public boolean match(String user, String password) {
        String hash = hashes.get(user);
        return hash != null && Secret.matches(password, hash);
    }
}
