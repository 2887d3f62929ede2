package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.ScopeState;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.http.Reply;
import java.util.Optional;

/** Permission: the scopes, each requested by the developer with a justification, granted or taken away by the administrator. */
final class PermissionPage implements AppPage {
    private final Apps apps;

    PermissionPage(Apps apps) {
        this.apps = apps;
    }

    @Override
    public Reply answer(Visit visit, App app) {
        if (!visit.request().isPost()) {
            return page(visit, app, Optional.empty());
        }
        Optional<Text> refusal = change(visit, app, visit.field("scope"));
        return refusal.isPresent()
                ? page(visit, app, refusal).with(400)
                : Reply.seeOther(visit.request().address());
    }

    private Optional<Text> change(Visit visit, App app, String scope) {
        if (!Scopes.ALL.contains(scope)) {
            return Optional.empty(); // nothing that the page offers
        }
        boolean pending = Optional.ofNullable(app.scopes().get(scope))
                .map(ScopeState::status)
                .filter(Status.PENDING::equals)
                .isPresent();
        String action = visit.field("action");
        if (action.equals("request") && visit.owns(app) && !pending && !app.mayUse(scope)) {
            return request(app, scope, visit.field("justification"));
        }
        if (action.equals("withdraw") && app.mayUse(scope)) {
            withdraw(visit, app, scope);
        } else if (visit.administrator() && pending && action.equals("grant")) {
            apps.decideScope(app.id(), scope, true, "");
        } else if (visit.administrator() && pending && action.equals("refuse")) {
            return refuse(app, scope, visit.field("reason"));
        }
        return Optional.empty();
    }

    private Optional<Text> request(App app, String scope, String justification) {
        if (justification.isEmpty()) {
            return Optional.of(Text.JUSTIFICATION_NEEDED);
        }
        apps.requestScope(app.id(), scope, justification);
        return Optional.empty();
    }

    private Optional<Text> refuse(App app, String scope, String reason) {
        if (reason.isEmpty()) {
            return Optional.of(Text.REASON_NEEDED);
        }
        apps.decideScope(app.id(), scope, false, reason);
        return Optional.empty();
    }

    /** An administrator's withdrawal is news to the developer. */
    private void withdraw(Visit visit, App app, String scope) {
        if (visit.owns(app)) {
            apps.changeScope(app.id(), scope, Status.INACTIVE);
        } else {
            apps.decideScope(app.id(), scope, false, visit.field("reason"));
        }
    }

    private static Reply page(Visit visit, App app, Optional<Text> refusal) {
        return Html.page((output, on) -> JtepermissionGenerated.render(output, on, visit, app, refusal));
    }
}
