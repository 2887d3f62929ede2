package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Passwords;
import io.github.buymed4j.sandbox.logins.Sessions;
import java.util.Optional;

/** Asks for a name and a password, at whatever address somebody came to, and lets them come to it again. */
public final class LogInPage {
    private final Language usual;
    private final Text title;
    private final Passwords passwords;
    private final Sessions sessions;
    private final boolean signUp;

    /** Takes the language of whoever asks for none, and whether an account can be created. */
    public LogInPage(Language usual, Text title, Passwords passwords, Sessions sessions, boolean signUp) {
        this.usual = usual;
        this.title = title;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signUp = signUp;
    }

    public Reply answer(Request request) {
        if (!request.isPost()) {
            return page(request, Optional.empty());
        }
        if (!sessions.posted(request)) {
            return page(request, Optional.of(Text.FORM_EXPIRED)).with(403);
        }
        Parameters form = request.form();
        String user = form.first("account").orElse("");
        String password = form.first("password").orElse("");
        return switch (passwords.check(user, password, request.remoteAddress())) {
            case RIGHT -> sessions.open(request, user, Reply.seeOther(request.address()));
            case WRONG -> page(request, Optional.of(Text.WRONG_LOGIN)).with(401);
            case TOO_SOON -> page(request, Optional.of(Text.TOO_MANY_GUESSES)).with(429);
        };
    }

    private Reply page(Request request, Optional<Text> refusal) {
        return sessions.guest(request, csrf -> {
            View view = View.of(usual, request, csrf);
            return Html.page((output, on) -> JtelogInGenerated.render(output, on, view, title, refusal, signUp));
        });
    }
}
