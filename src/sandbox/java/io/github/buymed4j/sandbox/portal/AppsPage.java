package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** All applications, and the form for a new one. */
final class AppsPage {
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
            return page(request, session, refusal.reply().outcome()).with(400);
        }
    }

    private Reply page(Request request, Session session, String refusal) {
        View view = View.of(Language.ENGLISH, request, session);
        return Html.page((output, on) -> JteappsGenerated.render(output, on, view, apps.all(), refusal));
    }
}
