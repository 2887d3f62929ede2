package io.github.buymed4j.credentials;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Carries what happens under a lock to listeners outside of it, in order and one at a time: whoever comes while another
 * thread is announcing leaves its events to that one. A listener may itself use the credentials.
 */
final class Announcements implements CredentialsObserver {

    private static final Logger LOG = System.getLogger(Announcements.class.getName());

    private final InstantSource clock;
    private final Consumer<CredentialsEvent> listener;
    private final Queue<CredentialsEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deliveries = new AtomicInteger();

    Announcements(InstantSource clock, Consumer<CredentialsEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Remembers the event. */
    @Override
    public void onChange(CredentialsEvent.Type type, Credentials credentials) {
        waiting.add(new CredentialsEvent(type, clock.instant(), credentials));
    }

    /** Announces what waits; not to be called under a lock. */
    void deliver() {
        if (waiting.isEmpty() || deliveries.getAndIncrement() > 0) {
            return;
        }
        int served = 1;
        do {
            for (CredentialsEvent next = waiting.poll(); next != null; next = waiting.poll()) {
                tell(next);
            }
            served = deliveries.addAndGet(-served);
        } while (served > 0);
    }

    /** A listener that fails in whatever way is logged; neither the call nor the next event is to suffer from it. */
    private void tell(CredentialsEvent event) {
        try {
            listener.accept(event);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "An observer of " + event.type() + " failed", e);
        }
    }
}
