package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** One of the pages about one application. A POST comes from the page itself and is checked already. */
interface AppPage {
    Reply answer(Request request, Session session, App app);

    /** The page's title and the way to its neighbours around the content, which is HTML. */
    static Reply frame(Request request, App app, String part, String content) {
        String base = request.root() + "/apps/" + app.id();
        String navigation = """
                <nav aria-label="%1$s"><a href="%2$s">Settings</a> <a href="%2$s/permission">Permission</a>
                <a href="%2$s/activity">Activity</a> <a href="%3$s/">All apps</a></nav>
                """.formatted(Html.escape(app.name()), base, request.root());
        return Html.page(Language.ENGLISH, request, app.name() + ": " + part, navigation + content);
    }

    /** A form with one button; {@code fields} is HTML and may be empty. */
    static String form(Session session, String action, String label, String fields) {
        return """
                <form method="post">%s
                %s<button id="%3$s" name="action" value="%3$s">%4$s</button>
                </form>
                """.formatted(Html.csrfField(session), fields, action, label);
    }
}
