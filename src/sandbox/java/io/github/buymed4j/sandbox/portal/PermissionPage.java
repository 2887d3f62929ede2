package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.util.stream.Collectors;

/** Permission: the scopes, each asked for with a reason, granted or taken away. */
final class PermissionPage implements AppPage {
    private static final String CONTENT = """
            <table>
            <thead><tr><th scope="col">Scope</th><th scope="col">Status</th><th scope="col">Change</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            """;
    private static final String ROW = """
            <tr><th scope="row"><code>%s</code></th><td>%s</td><td>%s</td></tr>""";
    private static final String CHANGE = """
            <form method="post">%1$s<input type="hidden" name="scope" value="%2$s">
            %3$s<button name="action" value="%4$s" aria-label="%5$s %2$s">%5$s</button></form>
            """;
    private static final String REASON = """
            <label>Justification <input name="justification" required></label>
            """;

    private final Apps apps;

    PermissionPage(Apps apps) {
        this.apps = apps;
    }

    @Override
    public Reply answer(Request request, Session session, App app) {
        if (request.isPost()) {
            change(request.form(), app);
            return Reply.seeOther(request.address());
        }
        String rows = Scopes.ALL.stream().map(scope -> row(session, app, scope)).collect(Collectors.joining("\n"));
        return AppPage.frame(request, app, "Permission", CONTENT.formatted(rows));
    }

    private void change(Parameters form, App app) {
        String scope = form.first("scope").orElse("");
        switch (form.first("action").orElse("")) {
            case "request" ->
                form.first("justification").ifPresent(reason -> apps.changeScope(app.id(), scope, Status.PENDING));
            case "grant" -> apps.changeScope(app.id(), scope, Status.ACTIVE);
            case "withdraw" -> apps.changeScope(app.id(), scope, Status.INACTIVE);
            default -> {} // nothing that the page offers
        }
    }

    private static String row(Session session, App app, String scope) {
        Status status = app.scopes().get(scope);
        if (status == null) {
            return ROW.formatted(scope, "not requested", button(session, scope, REASON, "request", "Request"));
        }
        String button = switch (status) {
            case PENDING -> button(session, scope, "", "grant", "Grant");
            case ACTIVE -> button(session, scope, "", "withdraw", "Withdraw");
            case INACTIVE -> button(session, scope, REASON, "request", "Request again");
        };
        return ROW.formatted(scope, status.label(), button);
    }

    private static String button(Session session, String scope, String fields, String action, String label) {
        return CHANGE.formatted(Html.csrfField(session), scope, fields, action, label);
    }
}
