package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.SettableSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One application on a simulated platform, configured by properties that a test changes, with time that a test makes pass. */
final class Application {

    static final String SECRET = "buymed.client-secret";
    static final String NEXT = "buymed.client-secret.next";

    final ManualTime time = new ManualTime();
    final SimulatedPlatform platform = new SimulatedPlatform();
    final SettableSource properties = SettableSource.of(Map.of());
    final List<CredentialsEvent> events = new CopyOnWriteArrayList<>();
    private Duration rotationWait = Duration.ZERO;

    /** The platform's pair is configured. */
    Application() {
        properties.set("buymed.client-id", SimulatedPlatform.CLIENT_ID).set(SECRET, platform.regenerate());
    }

    Application rotationWait(Duration wait) {
        this.rotationWait = wait;
        return this;
    }

    RotatingCredentials load() {
        return load(time.timing(Duration.ofSeconds(1), rotationWait));
    }

    RotatingCredentials load(Timing timing) {
        return load(timing, event -> {});
    }

    RotatingCredentials load(Timing timing, Consumer<CredentialsEvent> listener) {
        CredentialSources sources = new CredentialSources(properties.buymedConfig(), ApplicationName.DEFAULT);
        RotatingCredentials credentials = RotatingCredentials.load(sources, announcements(timing, listener), timing);
        credentials.announce();
        return credentials;
    }

    private Announcements announcements(Timing timing, Consumer<CredentialsEvent> listener) {
        return new Announcements(timing.clock(), event -> {
            events.add(event);
            listener.accept(event);
        });
    }

    List<CredentialsEvent.Type> eventTypes() {
        return events.stream().map(CredentialsEvent::type).toList();
    }

    /**
     * A call as {@code rest} makes it: repeated with other credentials where the platform rejected them.
     *
     * @return the credentials that it went through with
     * @throws CredentialsRejectedException when it did not
     */
    Credentials call(CredentialsProvider provider) {
        Credentials credentials = provider.current();
        while (!platform.accepts(credentials)) {
            credentials = provider.replacementFor(credentials);
        }
        provider.accepted(credentials);
        return credentials;
    }
}
