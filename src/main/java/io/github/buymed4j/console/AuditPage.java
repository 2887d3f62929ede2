package io.github.buymed4j.console;

import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.SecurityAudit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The audit trail as {@code security.xhtml} shows it. Lives for one request: nothing of it is stored in the session. */
@Named("audit")
@RequestScoped
public class AuditPage {

    private static final int SHOWN = 20;

    private final AuditTrail trail;
    private final SecurityAudit audit;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected AuditPage() {
        trail = null;
        audit = null;
    }

    @Inject
    AuditPage(AuditTrail trail, SecurityAudit audit) {
        this.trail = trail;
        this.audit = audit;
    }

    /** The latest entries, newest first. */
    public List<AuditEntry> getEntries() {
        return trail.latest().stream().limit(SHOWN).toList();
    }

    /** Runs the audit now; its findings are then among the entries. */
    public void run() {
        audit.run();
    }
}
