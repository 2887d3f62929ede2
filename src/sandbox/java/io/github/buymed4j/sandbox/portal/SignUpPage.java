package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Developers;
import io.github.buymed4j.sandbox.logins.Sessions;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /sign-up}: creates a developer account for whoever accepts the agreement. */
final class SignUpPage {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._@-]{3,60}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final Developers developers;
    private final Sessions sessions;

    SignUpPage(Developers developers, Sessions sessions) {
        this.developers = developers;
        this.sessions = sessions;
    }

    Reply answer(Request request) {
        if (!request.isPost()) {
            return page(request, Optional.empty());
        }
        Parameters form = request.form();
        String name = form.first("account").orElse("").strip();
        Optional<Text> refusal = refusal(request, form, name);
        return refusal.isPresent()
                ? page(request, refusal).with(400)
                : sessions.open(request, name, Reply.seeOther(request.root() + "/"));
    }

    /** Creates the account as the last check. */
    private Optional<Text> refusal(Request request, Parameters form, String name) {
        String password = form.first("password").orElse("");
        if (!sessions.posted(request)) {
            return Optional.of(Text.FORM_EXPIRED);
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.of(Text.WRONG_USER_NAME);
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            return Optional.of(Text.WRONG_PASSWORD_LENGTH);
        }
        if (form.first("agreement").isEmpty()) {
            return Optional.of(Text.AGREEMENT_NEEDED);
        }
        return developers.signUp(name, password) ? Optional.empty() : Optional.of(Text.USER_NAME_TAKEN);
    }

    private Reply page(Request request, Optional<Text> refusal) {
        return sessions.guest(request, csrf -> {
            View view = View.of(Language.ENGLISH, request, csrf);
            return Html.page((output, on) -> JtesignUpGenerated.render(output, on, view, refusal));
        });
    }
}
