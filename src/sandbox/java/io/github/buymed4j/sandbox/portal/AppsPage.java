package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.util.stream.Collectors;

/** All applications, and the form for a new one. */
final class AppsPage {
    private static final String CONTENT = """
            <table>
            <thead><tr><th scope="col">App</th><th scope="col">Status</th><th scope="col">Client ID</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            <h2>New app</h2>
            %s
            %s
            """;
    private static final String ROW = """
            <tr><td><a href="%s/apps/%s">%s</a></td><td>%s</td><td><code>%s</code></td></tr>""";
    private static final String FIELDS = """
            <label for="name">Name</label><input id="name" name="name" required>
            <label for="redirect-uri">Redirect URI</label><input id="redirect-uri" name="redirectUri">
            <fieldset><legend>Scopes</legend>
            %s
            </fieldset>
            """;
    private static final String SCOPE = """
            <label><input type="checkbox" name="scope" value="%1$s" checked> <code>%1$s</code></label>""";
    private static final String LOG_OUT = """
            <form method="post" action="%s/log-out">%s
            <button id="log-out">Log out</button>
            </form>
            """;

    private final Apps apps;

    AppsPage(Apps apps) {
        this.apps = apps;
    }

    Reply answer(Request request, Session session) {
        return request.isPost() ? create(request, session) : page(request, session, "");
    }

    private Reply create(Request request, Session session) {
        Parameters form = request.form();
        try {
            App app = apps.create(
                    form.first("name").orElse("App"), form.first("redirectUri").orElse(""), form.all("scope"));
            return Reply.seeOther(request.root() + "/apps/" + app.id());
        } catch (Refusal refusal) {
            return page(request, session, Html.alert("Not created: " + refusal.getMessage()))
                    .with(400);
        }
    }

    private Reply page(Request request, Session session, String alert) {
        String rows = apps.all().stream().map(app -> row(request, app)).collect(Collectors.joining("\n"));
        String scopes = Scopes.ALL.stream().map(SCOPE::formatted).collect(Collectors.joining("\n"));
        String form = AppPage.form(session, "create", "Create app", FIELDS.formatted(scopes));
        String logOut = LOG_OUT.formatted(request.root(), Html.csrfField(session));
        return Html.page(Language.ENGLISH, request, "Apps", alert + CONTENT.formatted(rows, form, logOut));
    }

    private static String row(Request request, App app) {
        return ROW.formatted(
                request.root(), app.id(), Html.escape(app.name()), app.status().label(), Html.escape(app.clientId()));
    }
}
