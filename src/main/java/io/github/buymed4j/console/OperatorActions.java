package io.github.buymed4j.console;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.VisibleText;
import io.github.buymed4j.security.OperatorAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what operators do to the log and, as events, to the audit trail. */
@ApplicationScoped
class OperatorActions {

    private static final Logger LOG = System.getLogger(OperatorActions.class.getName());

    private final Event<OperatorAction> events;
    private final HttpServletRequest request;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OperatorActions() {
        events = null;
        request = null;
    }

    @Inject
    OperatorActions(Event<OperatorAction> events, HttpServletRequest request) {
        this.events = events;
        this.request = request;
    }

    /** Takes the application that the action is of, or null, and a detail that may be empty and holds no secret. */
    void done(OperatorAction.Type type, @Nullable ApplicationName application, String detail) {
        note(type, true, application, detail);
    }

    /** An action that was refused or has failed. The detail says why and holds no secret. */
    void failed(OperatorAction.Type type, @Nullable ApplicationName application, String detail) {
        note(type, false, application, detail);
    }

    private void note(OperatorAction.Type type, boolean done, @Nullable ApplicationName application, String detail) {
        String operator = VisibleText.of(String.valueOf(request.getRemoteUser()));
        OperatorAction action =
                new OperatorAction(type, done, Instant.now(), operator, application, VisibleText.of(detail));
        LOG.log(Level.INFO, action.toString());
        events.fire(action);
    }
}
