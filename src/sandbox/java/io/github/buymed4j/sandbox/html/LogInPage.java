package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.apps.Passwords;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** Asks for a name and a password, at whatever address somebody came to, and lets them come to it again. */
public final class LogInPage {
    private final Language language;
    private final String title;
    private final Passwords passwords;
    private final Sessions sessions;

    public LogInPage(Language language, String title, Passwords passwords, Sessions sessions) {
        this.language = language;
        this.title = title;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public Reply answer(Request request) {
        if (!request.isPost()) {
            return page(request, false);
        }
        Parameters form = request.form();
        String user = form.first("account").orElse("");
        return passwords.match(user, form.first("password").orElse(""))
                ? sessions.open(request, user, Reply.seeOther(request.address()))
                : page(request, true).with(401);
    }

    private Reply page(Request request, boolean refused) {
        View view = View.of(language, request);
        return Html.page((output, on) -> JtelogInGenerated.render(output, on, view, title, refused));
    }
}
