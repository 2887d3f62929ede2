package io.github.buymed4j.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.AppDetails;
import io.github.buymed4j.sandbox.apps.Credentials;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.logins.Passwords;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.platform.Platform;
import io.github.buymed4j.sandbox.tokens.Grant;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

/**
 * What is there at the start: demo orders, and, if a properties file says so, an approved application with exactly this
 * {@code client-id} and {@code client-secret}, whose {@code access-token} is the demo pharmacy's ({@code app-name} and
 * {@code redirect-uri} may be added); a developer ({@code portal-user}, {@code portal-password}), who owns that application; an administrator
 * ({@code administrator-user}, {@code administrator-password}); a password with which the
 * demo pharmacy logs in ({@code pharmacy-password}).
 */
final class Seed {
    private static final int ORDERS = 200;
    private static final Duration ORDERS_SINCE = Duration.ofDays(90);

    private Seed() {}

    /** The file that the system property or the environment names; empty when neither does. */
    static Properties find() {
        String file = System.getProperty("sandbox.seed-file", System.getenv("SANDBOX_SEED_FILE"));
        Properties seed = new Properties();
        if (file == null || file.isBlank()) {
            return seed;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file), UTF_8)) {
            seed.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("sandbox.seed-file / SANDBOX_SEED_FILE cannot be read");
        }
        return seed;
    }

    static Platform sown(Clock clock, Properties seed) {
        Platform platform = Platform.empty(clock, passwordIterations(seed));
        sow(platform, seed);
        return platform;
    }

    /** {@code password-iterations}: what a password's hash costs, so that tests need not wait. */
    private static int passwordIterations(Properties seed) {
        return Integer.parseInt(seed.getProperty("password-iterations", String.valueOf(Passwords.ITERATIONS)));
    }

    private static void sow(Platform platform, Properties seed) {
        Instant now = platform.clock().instant();
        platform.orders().make(Orders.ANYBODY, ORDERS, now.minus(ORDERS_SINCE), now, "");
        platform.accounts().named(Accounts.DEMO);
        if (seed.containsKey("pharmacy-password")) {
            platform.accounts().passwords().set(Accounts.DEMO, required(seed, "pharmacy-password"));
        }
        if (seed.containsKey("portal-user")) {
            platform.developers().set(required(seed, "portal-user"), required(seed, "portal-password"), false);
        }
        if (seed.containsKey("administrator-user")) {
            platform.developers()
                    .set(required(seed, "administrator-user"), required(seed, "administrator-password"), true);
        }
        if (seed.containsKey("client-id")) {
            sowApp(platform, seed);
        }
    }

    private static void sowApp(Platform platform, Properties seed) {
        String name = seed.getProperty("app-name", "Ứng dụng dùng thử");
        AppDetails details = AppDetails.of(name, seed.getProperty("redirect-uri", ""));
        App app = platform.apps().create(seed.getProperty("portal-user", ""), details, Scopes.ALL);
        platform.apps()
                .approve(app.id(), new Credentials(required(seed, "client-id"), required(seed, "client-secret")));
        Duration life = Grant.REFRESH_LIFETIME;
        platform.tokens()
                .accept(
                        required(seed, "access-token"),
                        new Grant(app.id(), Accounts.DEMO, Set.copyOf(Scopes.ALL), life, life, false));
    }

    private static String required(Properties seed, String key) {
        String value = seed.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException("the seed file lacks " + key);
        }
        return value;
    }
}
