package io.github.buymed4j.security;

import io.github.buymed4j.credentials.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest {@link #KEPT} credentials events, audit findings and actions of operators. To keep them longer, observe
 * {@link CredentialsEvent}, {@link Finding} and {@link OperatorAction}. Thread-safe.
 */
@ApplicationScoped
public class AuditTrail {

    static final int KEPT = 256;

    private final InstantSource clock;
    private final Deque<AuditEntry> entries = new ArrayDeque<>();

    /** An empty trail, with the system's clock. */
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
        add(new AuditEntry(
                event.time(),
                event.type().id(),
                event.type().isAlarming(),
                event.credentials().application(),
                event.detail(),
                event.toString()));
    }

    void note(@Observes Finding finding) {
        boolean alarming = finding.severity() == Severity.ERROR;
        String detail = finding.subject() + (finding.detail().isEmpty() ? "" : ": " + finding.detail());
        add(new AuditEntry(clock.instant(), finding.id(), alarming, null, detail, finding.toString()));
    }

    void note(@Observes OperatorAction action) {
        add(new AuditEntry(
                action.time(), action.id(), false, action.application(), action.summary(), action.toString()));
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
