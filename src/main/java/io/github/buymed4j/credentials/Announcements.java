package io.github.buymed4j.credentials;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Queues events raised under the lock and delivers them outside it, in order and one at a time: a thread that arrives
 * while another one delivers leaves its events to that one. A listener may itself use the credentials.
 */
final class Announcements {

    private static final Logger LOG = System.getLogger(Announcements.class.getName());

    private final InstantSource clock;
    private final Consumer<CredentialsEvent> listener;
    private final Queue<CredentialsEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deliveries = new AtomicInteger();

    Announcements(InstantSource clock, Consumer<CredentialsEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Queues the event. */
    void add(CredentialsEvent.Type type, Credentials credentials) {
        waiting.add(new CredentialsEvent(type, clock.instant(), credentials));
    }

    /** Delivers the queued events; must not be called under the lock. */
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

    /** Any failure of a listener is logged and affects neither the call nor the next event. */
    private void tell(CredentialsEvent event) {
        try {
            listener.accept(event);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "BUYMED-1007 an observer of " + event.type().id() + " failed", e);
        }
    }
}
