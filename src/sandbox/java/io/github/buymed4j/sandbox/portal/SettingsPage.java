package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Credentials;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** Settings: who the application is, and its credentials. A secret is shown once, on the page that has made it. */
final class SettingsPage implements AppPage {
    private final Apps apps;

    SettingsPage(Apps apps) {
        this.apps = apps;
    }

    @Override
    public Reply answer(Request request, Session session, App app) {
        if (!request.isPost()) {
            return page(request, session, app, "", "");
        }
        return switch (request.form().first("action").orElse("")) {
            case "approve" -> reveal(request, session, apps.approve(app.id()), app, "Approved.");
            case "regenerate" -> {
                Credentials fresh = apps.regenerateSecret(app.id());
                yield reveal(request, session, fresh, app, "Regenerated: the old secret is invalid as of now.");
            }
            case "deactivate" -> {
                apps.deactivate(app.id());
                yield Reply.seeOther(request.address());
            }
            default -> page(request, session, app, "", "");
        };
    }

    private Reply reveal(Request request, Session session, Credentials fresh, App app, String news) {
        return page(request, session, apps.get(app.id()), news, fresh.clientSecret());
    }

    private static Reply page(Request request, Session session, App app, String news, String secret) {
        View view = View.of(Language.ENGLISH, request, session);
        return Html.page((output, on) -> JtesettingsGenerated.render(output, on, view, app, news, secret));
    }
}
