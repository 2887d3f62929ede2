package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.apps.Passwords;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;

/** Asks for a name and a password, at whatever address somebody came to, and lets them come to it again. */
public final class LogInPage {
    private static final String FORM = """
            <form method="post">
            <label for="account">%s</label>
            <input id="account" name="account" autocomplete="username" required>
            <label for="password">%s</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button id="log-in">%s</button>
            </form>
            """;

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
            return page(request, 200, "");
        }
        Parameters form = request.form();
        String user = form.first("account").orElse("");
        return passwords.match(user, form.first("password").orElse(""))
                ? sessions.open(request, user, Reply.seeOther(request.address()))
                : page(request, 401, Html.alert(language.wrong));
    }

    private Reply page(Request request, int status, String alert) {
        String form = FORM.formatted(language.user, language.password, language.logIn);
        return Html.page(language, request, title, alert + form).with(status);
    }
}
