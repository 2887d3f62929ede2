package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.LogInPage;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.html.View;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Session;
import io.github.buymed4j.sandbox.logins.Sessions;
import io.github.buymed4j.sandbox.tokens.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/authorize}: the pharmacy logs in, sees who asks for what, and allows or denies it. The wish stays in the
 * address from the first page to the answer, so that two tabs do not get into each other's way.
 */
public final class AuthorizePage {
    private final Apps apps;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Authorizations authorizations;
    private final Sessions sessions;
    private final LogInPage logIn;

    public AuthorizePage(Apps apps, Accounts accounts, Tokens tokens, Authorizations authorizations, Clock clock) {
        this.apps = apps;
        this.accounts = accounts;
        this.tokens = tokens;
        this.authorizations = authorizations;
        this.sessions = new Sessions("sandbox_pharmacy", clock);
        this.logIn = new LogInPage(Language.VIETNAMESE, Text.PHARMACY_LOG_IN, accounts.passwords(), sessions, false);
    }

    public Reply answer(Request request) {
        Optional<Wish> wish = Wish.of(request.parameters(), apps);
        if (wish.isEmpty()) {
            return unknown(request);
        }
        if (wish.get().error().isPresent()) {
            return wish.get().sendBack("error", wish.get().error().get());
        }
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return logIn.answer(request);
        }
        return request.isPost()
                ? decide(request, wish.get(), session.get())
                : consent(request, wish.get(), session.get());
    }

    private static Reply unknown(Request request) {
        View view = View.of(Language.VIETNAMESE, request, "");
        return Html.page((output, on) -> JteunknownGenerated.render(output, on, view))
                .with(400);
    }

    private Reply consent(Request request, Wish wish, Session session) {
        Account account = accounts.named(session.user());
        View view = View.of(Language.VIETNAMESE, request, session);
        return Html.page((output, on) -> JteconsentGenerated.render(output, on, view, wish, account));
    }

    private Reply decide(Request request, Wish wish, Session session) {
        Parameters form = request.form();
        if (!sessions.posted(request)) {
            return consent(request, wish, session);
        }
        List<String> allowed =
                wish.scopes().stream().filter(form.all("scope")::contains).toList();
        return switch (form.first("answer").orElse("")) {
            case "log-out", "other-account" -> logOut(request, session);
            case "allow" -> allowed.isEmpty() ? denied(wish) : allowed(request, wish, session, allowed);
            default -> denied(wish);
        };
    }

    private Reply logOut(Request request, Session session) {
        sessions.close(request);
        authorizations.logOut(session.user());
        tokens.logOut(session.user());
        return Reply.seeOther(request.address());
    }

    private Reply allowed(Request request, Wish wish, Session session, List<String> scopes) {
        boolean untilLogOut = request.form().first("until-log-out").isPresent();
        return wish.sendBack(
                "code", authorizations.issueCode(wish.app().id(), session.user(), Set.copyOf(scopes), untilLogOut));
    }

    private static Reply denied(Wish wish) {
        return wish.sendBack("error", "access_denied");
    }
}
