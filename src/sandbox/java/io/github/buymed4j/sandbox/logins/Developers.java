package io.github.buymed4j.sandbox.logins;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Who can log in to the portal: developers, and the administrators who review what they ask for. Thread-safe. */
public final class Developers {
    private final Passwords passwords;
    private final Set<String> administrators = ConcurrentHashMap.newKeySet();

    public Developers(Passwords passwords) {
        this.passwords = passwords;
    }

    public Passwords passwords() {
        return passwords;
    }

    /** The names of those who review. */
    public Set<String> administrators() {
        return new TreeSet<>(administrators);
    }

    public boolean isAdministrator(String user) {
        return administrators.contains(user);
    }

    /** Makes somebody who can log in, or changes the password. */
    public void set(String user, String password, boolean administrator) {
        passwords.set(user, password);
        if (administrator) {
            administrators.add(user);
        } else {
            administrators.remove(user);
        }
    }

    /** Takes those of another one: all hashes by name, and who of them are administrators. */
    public void restore(Map<String, String> hashes, Set<String> reviewers) {
        passwords.restore(hashes);
        administrators.addAll(reviewers);
    }
}
