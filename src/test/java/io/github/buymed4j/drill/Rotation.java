package io.github.buymed4j.drill;

import io.github.buymed4j.Canary;
import io.github.buymed4j.drill.Drill.Step;
import io.github.buymed4j.it.SandboxApp;
import jakarta.enterprise.inject.spi.Extension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The ways to bring a new secret to the application, each as the runbook says it. */
public enum Rotation {
    /** The new secret stands ready; no call waits. */
    STAGED("PT0S") {
        @Override
        List<Step> steps(SandboxApp app, SecretFiles files, Steering traffic) {
            return List.of(
                    new Step(() -> stage(Canary.secret(), files, traffic), Duration.ZERO),
                    new Step(() -> regenerate(app, files.staged(), traffic), QUIET),
                    new Step(() -> settle(files, traffic), QUIET));
        }
    },
    /** The secret's file is replaced a while after the regeneration; calls wait. */
    FILE("PT20S") {
        @Override
        List<Step> steps(SandboxApp app, SecretFiles files, Steering traffic) {
            return late(app, traffic, files::replace);
        }
    },
    /** A system property of the server's is changed a while after the regeneration; calls wait. */
    PROPERTY("PT20S") {
        @Override
        List<Step> steps(SandboxApp app, SecretFiles files, Steering traffic) {
            return late(app, traffic, traffic::setProperty);
        }
    };

    /** The default of {@code buymed.credentials.check-interval}. */
    public static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    /** As long as an operator's script may take. */
    private static final Duration LATE = Duration.ofMillis(300);

    /** How long calls go on with the new secret. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private final String wait;

    Rotation(String wait) {
        this.wait = wait;
    }

    abstract List<Step> steps(SandboxApp app, SecretFiles files, Steering traffic);

    /** A WAR that is to be drilled so; takes its {@code buymed.credentials.check-interval}. */
    public WebArchive war(String name, SandboxApp app, SecretFiles files, Duration checkInterval) {
        WebArchive war = DrillWar.named(name, app, configuration(files, checkInterval));
        return this == PROPERTY
                ? war.addClass(InitialProperty.class)
                        .addAsServiceProvider(Extension.class, InitialProperty.class)
                        .addAsResource(new StringAsset(files.current().toString()), InitialProperty.RESOURCE)
                : war;
    }

    private Map<String, String> configuration(SecretFiles files, Duration checkInterval) {
        Map<String, String> configuration = new HashMap<>(Map.of(
                "buymed.credentials.rotation-wait",
                wait,
                "buymed.credentials.check-interval",
                checkInterval.toString()));
        if (this != PROPERTY) {
            configuration.put("buymed.client-secret-file", files.current().toString());
            configuration.put("buymed.client-secret.next-file", files.next().toString());
        }
        return configuration;
    }

    /** Drills the WAR at the address; blocks until the last call is over. */
    public Report drill(URI base, SandboxApp app, SecretFiles files, int threads, int rotations) {
        Steering traffic = new Steering(base);
        return new Drill(traffic, app, threads).run(rotations, steps(app, files, traffic));
    }

    private static void stage(String secret, SecretFiles files, Steering traffic) {
        files.stage(secret);
        traffic.awaitStaged(secret);
    }

    private static void regenerate(SandboxApp app, String secret, Steering traffic) {
        app.regenerate(secret);
        traffic.awaitAccepted(secret);
    }

    private static void settle(SecretFiles files, Steering traffic) {
        files.settle();
        traffic.awaitNoneStaged();
    }

    private static void bring(String secret, Consumer<String> means, Steering traffic) {
        means.accept(secret);
        traffic.awaitAccepted(secret);
    }

    private static List<Step> late(SandboxApp app, Steering traffic, Consumer<String> means) {
        Deque<String> fresh = new ArrayDeque<>();
        return List.of(
                new Step(() -> fresh.push(app.regeneratedSecret()), LATE),
                new Step(() -> bring(fresh.pop(), means, traffic), QUIET));
    }
}
