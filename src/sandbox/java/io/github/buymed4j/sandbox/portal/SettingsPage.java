package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Credentials;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** Settings: who the application is, and its credentials. A secret is shown once, on the page that has made it. */
final class SettingsPage implements AppPage {
    private static final String CONTENT = """
            %s
            <dl>
            <dt>Status</dt><dd id="status">%s</dd>
            <dt>Redirect URI</dt><dd><code>%s</code></dd>
            </dl>
            <h2>Security</h2>
            <dl>
            <dt>Client ID</dt><dd><code id="client-id">%s</code></dd>
            <dt>Client Secret</dt><dd>%s</dd>
            </dl>
            %s
            """;
    private static final String SECRET = """
            <code id="client-secret">%s</code> <strong>Copy it now: it is not shown again.</strong>""";
    private static final String NO_SECRET = "Not shown: only a hash of it is kept.";

    private final Apps apps;

    SettingsPage(Apps apps) {
        this.apps = apps;
    }

    @Override
    public Reply answer(Request request, Session session, App app) {
        if (!request.isPost()) {
            return page(request, session, app, "", NO_SECRET);
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
            default -> page(request, session, app, "", NO_SECRET);
        };
    }

    private Reply reveal(Request request, Session session, Credentials fresh, App app, String what) {
        String secret = SECRET.formatted(Html.escape(fresh.clientSecret()));
        return page(request, session, apps.get(app.id()), Html.status(what), secret);
    }

    private static Reply page(Request request, Session session, App app, String news, String secret) {
        String content = CONTENT.formatted(
                news,
                app.status().label(),
                Html.escape(app.redirectUri()),
                Html.escape(app.clientId()),
                secret,
                buttons(session, app.status()));
        return AppPage.frame(request, app, "Settings", content);
    }

    private static String buttons(Session session, Status status) {
        return switch (status) {
            case PENDING -> AppPage.form(session, "approve", "Approve (in the sandbox you are the reviewer)", "");
            case ACTIVE ->
                AppPage.form(session, "regenerate", "Regenerate Client Secret", "")
                        + AppPage.form(session, "deactivate", "Deactivate", "");
            case INACTIVE -> "";
        };
    }
}
