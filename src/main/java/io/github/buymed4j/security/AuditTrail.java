package io.github.buymed4j.security;

import io.github.buymed4j.credentials.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest {@link #KEPT} credentials events and audit findings, for the operator. To keep them longer, observe
 * {@link CredentialsEvent} and {@link Finding}. Thread-safe.
 */
@ApplicationScoped
public class AuditTrail {

    static final int KEPT = 256;

    private final InstantSource clock;
    private final Deque<AuditEntry> entries = new ArrayDeque<>();

    public AuditTrail() {
        this(InstantSource.system());
    }

    AuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    /** The entries, newest first. */
    public List<AuditEntry> latest() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    void note(@Observes CredentialsEvent event) {
        add(new AuditEntry(event.time(), event.type().id(), event.type().isAlarming(), event.toString()));
    }

    void note(@Observes Finding finding) {
        add(new AuditEntry(clock.instant(), finding.id(), finding.severity() == Severity.ERROR, finding.toString()));
    }

    private void add(AuditEntry entry) {
        synchronized (entries) {
            entries.addFirst(entry);
            if (entries.size() > KEPT) {
                entries.removeLast();
            }
        }
    }
}
