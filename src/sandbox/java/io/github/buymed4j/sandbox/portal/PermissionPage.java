package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** Permission: the scopes, each asked for with a reason, granted or taken away. */
final class PermissionPage implements AppPage {
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
        View view = View.of(Language.ENGLISH, request, session);
        return Html.page((output, on) -> JtepermissionGenerated.render(output, on, view, app));
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
}
