package io.github.buymed4j.sandbox.logins;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The passwords of some people, each kept as a salted PBKDF2 hash. Checking slows down whoever guesses. Thread-safe. */
public final class Passwords {
    /** Iterations of PBKDF2 with HMAC-SHA-512 that OWASP recommends. */
    public static final int ITERATIONS = 210_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Guesses guesses;
    private final int iterations;
    /** No password has this hash. */
    private final String nobody;

    public Passwords(int iterations, Clock clock) {
        this.iterations = iterations;
        this.guesses = new Guesses(clock);
        this.nobody = iterations + ":00:00";
    }

    public void set(String user, String password) {
        hashes.put(user, hash(password));
    }

    /** Returns false if the user exists already. */
    public boolean add(String user, String password) {
        return hashes.putIfAbsent(user, hash(password)) == null;
    }

    /**
     * Takes as long for a user who does not exist as for one who does.
     *
     * @param address where the request comes from
     */
    public Check check(String user, String password, String address) {
        if (!guesses.mayTry(user, address)) {
            return Check.TOO_SOON;
        }
        if (!matches(password, hashes.getOrDefault(user, nobody))) {
            return Check.WRONG;
        }
        guesses.wasRight(user, address);
        return Check.RIGHT;
    }

    /** By user. */
    public Map<String, String> hashes() {
        return new TreeMap<>(hashes);
    }

    /** Takes hashes that another one had. */
    public void restore(Map<String, String> others) {
        hashes.putAll(others);
    }

    /** As {@code iterations:salt:derived}, so that hashes of another cost stay valid. */
    private String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return iterations + ":" + HEX.formatHex(salt) + ":" + HEX.formatHex(derive(password, salt, iterations));
    }

    private static boolean matches(String password, String hash) {
        String[] part = hash.split(":", 3);
        byte[] derived = derive(password, HEX.parseHex(part[1]), Integer.parseInt(part[0]));
        return MessageDigest.isEqual(HEX.parseHex(part[2]), derived);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }

    /** The outcome of a check. */
    public enum Check {
        RIGHT,
        WRONG,
        /** Too many were wrong; this one was not looked at. */
        TOO_SOON
    }
}
