package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.requests.RequestLog;

/** Activity: the application's last requests. */
final class ActivityPage implements AppPage {
    private static final int SHOWN = 50;
    private final RequestLog log;

    ActivityPage(RequestLog log) {
        this.log = log;
    }

    @Override
    public Reply answer(Request request, Session session, App app) {
        View view = View.of(Language.ENGLISH, request, session);
        return Html.page(
                (output, on) -> JteactivityGenerated.render(output, on, view, app, log.latest(app.id(), SHOWN)));
    }
}
