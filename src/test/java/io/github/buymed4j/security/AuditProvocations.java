package io.github.buymed4j.security;

import io.github.buymed4j.Canary;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.config.Deployment;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Breaks each rule of the audit once. */
public final class AuditProvocations {

    private static final String SECRET = "buymed.client-secret";

    private AuditProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                given("BUYMED-2000", "buymed.quota.per-hour", "many"),
                Provocation.of("BUYMED-2001", () -> inArchive(SECRET + "=" + Canary.secret())),
                Provocation.of("BUYMED-2002", () -> secretFile("rw-r--r--")),
                Provocation.of("BUYMED-2003", () -> secretFile("rw-------")),
                given("BUYMED-2004", "buymed/mp-rest/url", "http://127.0.0.1:8080"),
                given("BUYMED-2004", "buymed/mp-rest/url", "http://open-apis.buymed.com"),
                given("BUYMED-2005", "buymed/mp-rest/followRedirects", "true"),
                given("BUYMED-2007", SECRET, "s3cret"),
                given("BUYMED-2008", "buymed/mp-rest/url", "https://open-apis.buymed.com"),
                Provocation.of("BUYMED-2009", () -> secretFile("rw-------", "buymed.security.max-secret-age", "PT0S")),
                Provocation.of("BUYMED-2010", AuditProvocations::loudLogger),
                given("BUYMED-2011", "buymed.client-secret.next", "changeme"),
                given("BUYMED-2012", SECRET, "your_client_secret"),
                Provocation.of("BUYMED-2014", AuditProvocations::systemProperty),
                given("BUYMED-2015", "buymed.console.password", "a"),
                given("BUYMED-2015", "buymed.console.password-hash", hashOfFewIterations()),
                given("BUYMED-2016", "buymed.client-id", "\"buymed_app_1\""),
                Provocation.of("BUYMED-2017", () -> secretFile("rw-----w-")),
                Provocation.of("BUYMED-2100", AuditProvocations::failingObserver),
                Provocation.refused(
                        "InsecureDeploymentException",
                        () -> Deployment.of()
                                .checkedBy(new SecurityExtension())
                                .with("buymed.console.password", "a")
                                .refusal()));
    }

    private static String hashOfFewIterations() {
        String bytes = Base64.getEncoder().encodeToString(new byte[32]);
        return "PBKDF2WithHmacSHA256:2048:" + bytes + ":" + bytes;
    }

    private static void failingObserver() {
        audit(source().set(SECRET, "s3cret"), finding -> {
            throw new IllegalStateException("an observer's");
        });
    }

    private static Provocation given(String rule, String key, String value) {
        return Provocation.of(rule, () -> audit(source().set(key, value)));
    }

    private static SettableSource source() {
        return SettableSource.of(Map.of(
                "buymed.client-id",
                "buymed_app_1",
                SECRET,
                Canary.secret(),
                "buymed/mp-rest/url",
                "https://open-apis.sbx.buymed.tech"));
    }

    private static void audit(SettableSource source) {
        audit(source, finding -> {});
    }

    private static void audit(SettableSource source, Consumer<Object> observer) {
        new SecurityAudit(source.buymedConfig(), event(observer), new SecurityExtension()).run();
    }

    /** Gives what is fired to the observer. */
    @SuppressWarnings("unchecked")
    private static Event<Finding> event(Consumer<Object> observer) {
        return (Event<Finding>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (self, method, arguments) -> {
                    observer.accept(arguments[0]);
                    return null;
                });
    }

    private static void inArchive(String line) throws IOException {
        Path folder = Files.createTempDirectory("archive");
        Path file = Files.createDirectories(folder.resolve("META-INF")).resolve("microprofile-config.properties");
        Files.writeString(file, line);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader archive =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(archive);
            audit(source());
        } finally {
            thread.setContextClassLoader(before);
            Files.delete(file);
        }
    }

    /** In a folder that everybody may enter. */
    private static void secretFile(String permissions, String... setting) throws IOException {
        Path folder = Files.createTempDirectory("secrets");
        permit(folder, "rwxr-xr-x");
        Path file = Files.writeString(folder.resolve("client-secret"), Canary.secret());
        permit(file, permissions);
        SettableSource source = source().set("buymed.client-secret-file", file.toString());
        try {
            audit(setting.length == 0 ? source : source.set(setting[0], setting[1]));
        } finally {
            Files.delete(file);
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void loudLogger() {
        Logger logger = Logger.getLogger("org.apache.http.wire");
        logger.setLevel(Level.FINE);
        try {
            audit(source());
        } finally {
            logger.setLevel(null);
        }
    }

    private static void systemProperty() {
        String secret = Canary.secret();
        System.setProperty("any.name", secret);
        try {
            audit(source().set(SECRET, secret));
        } finally {
            System.clearProperty("any.name");
        }
    }
}
