package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Session;

/**
 * A request of somebody who is logged in. A posted form comes from a page of this session.
 *
 * @param administrator whether it is an administrator's, who sees every application but no secret
 */
record Visit(Request request, View view, boolean administrator) {
    static Visit of(Request request, Session session, boolean administrator) {
        return new Visit(request, View.of(Language.ENGLISH, request, session), administrator);
    }

    String user() {
        return view.user();
    }

    boolean owns(App app) {
        return app.owner().equals(user());
    }

    boolean sees(App app) {
        return administrator || owns(app);
    }

    Parameters form() {
        return request.form();
    }

    /** A field of the posted form, without blanks around it. */
    String field(String name) {
        return form().first(name).orElse("").strip();
    }
}
