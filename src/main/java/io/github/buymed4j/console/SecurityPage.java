package io.github.buymed4j.console;

import io.github.buymed4j.security.AuditEntry;
import io.github.buymed4j.security.AuditTrail;
import io.github.buymed4j.security.OperatorAction;
import io.github.buymed4j.security.SecurityAudit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The findings of the latest audit, and the trail. Lives for one request: nothing of it is stored in the session. */
@Named("securityPage")
@RequestScoped
public class SecurityPage {

    private static final int SHOWN = 100;

    private final AuditTrail trail;
    private final SecurityAudit audit;
    private final OperatorActions actions;
    private final HttpServletRequest request;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected SecurityPage() {
        trail = null;
        audit = null;
        actions = null;
        request = null;
    }

    @Inject
    SecurityPage(AuditTrail trail, SecurityAudit audit, OperatorActions actions, HttpServletRequest request) {
        this.trail = trail;
        this.audit = audit;
        this.actions = actions;
        this.request = request;
    }

    public SecurityAudit.Report getReport() {
        return audit.latest();
    }

    /** Another text after each entry. */
    public String getVersion() {
        return LiveOverview.version(trail);
    }

    /** Which entries are shown. */
    public EntryFilter getFilter() {
        return EntryFilter.of(request);
    }

    /** The latest entries that the filter lets through, newest first. */
    public List<AuditEntry> getEntries() {
        return getFilter().of(trail.latest()).limit(SHOWN).toList();
    }

    /** Runs the audit now. */
    public void run() {
        audit.run();
        actions.done(OperatorAction.Type.AUDITED, null, "");
    }
}
