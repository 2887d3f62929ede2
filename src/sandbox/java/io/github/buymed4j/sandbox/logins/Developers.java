package io.github.buymed4j.sandbox.logins;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Who can log in to the portal: developers, and the administrators who review what they ask for. Thread-safe. */
public final class Developers {
    private final Passwords passwords;
    private final Set<String> administrators = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> agreements = new ConcurrentHashMap<>();
    private final Clock clock;

    public Developers(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
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

    /** Makes a developer, who accepts the agreement now. Returns false if the user exists already. */
    public boolean signUp(String user, String password) {
        boolean made = passwords.add(user, password);
        if (made) {
            agreements.put(user, clock.instant());
        }
        return made;
    }

    /** When the user accepted the agreement; empty for somebody who has not signed up but was given an account. */
    public Optional<Instant> agreedAt(String user) {
        return Optional.ofNullable(agreements.get(user));
    }

    /** When each of those who have signed up accepted the agreement. */
    public Map<String, Instant> agreements() {
        return new TreeMap<>(agreements);
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

    /** Takes those of another one: all hashes by name, who of them are administrators, and when they accepted the agreement. */
    public void restore(Map<String, String> hashes, Set<String> reviewers, Map<String, Instant> accepted) {
        passwords.restore(hashes);
        administrators.addAll(reviewers);
        agreements.putAll(accepted);
    }
}
