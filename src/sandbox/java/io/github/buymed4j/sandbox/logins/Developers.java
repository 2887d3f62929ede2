package io.github.buymed4j.sandbox.logins;

import java.util.Set;
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
}
