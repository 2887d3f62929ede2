package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.Sessions;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
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
    private final Authorizations authorizations;
    private final Sessions sessions;

    public AuthorizePage(Apps apps, Accounts accounts, Authorizations authorizations, Clock clock) {
        this.apps = apps;
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.sessions = new Sessions("sandbox_pharmacy", clock);
    }

    public Reply answer(Request request) {
        Optional<Wish> wish = Wish.of(request.parameters(), apps);
        if (wish.isEmpty()) {
            return Html.page(
                    400,
                    request.root(),
                    "Yêu cầu không hợp lệ",
                    Html.alert("Ứng dụng không tồn tại hoặc redirectUri chưa được đăng ký."));
        }
        if (wish.get().error().isPresent()) {
            return wish.get().sendBack("error", wish.get().error().get());
        }
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return request.isPost() ? logIn(request) : logInPage(request, 200, "");
        }
        return request.isPost()
                ? decide(request, wish.get(), session.get())
                : consent(request, wish.get(), session.get());
    }

    private Reply logIn(Request request) {
        Parameters form = request.form();
        return accounts.logIn(
                        form.first("account").orElse(""), form.first("password").orElse(""))
                .map(account -> sessions.open(request, account.key(), Reply.seeOther(again(request))))
                .orElseGet(() -> logInPage(request, 401, Html.alert("Tài khoản hoặc mật khẩu không đúng.")));
    }

    /** This very address, query and all. */
    private static String again(Request request) {
        return request.root() + request.path() + "?" + request.parameters().encode();
    }

    private static Reply logInPage(Request request, int status, String alert) {
        return Html.page(status, request.root(), "Đăng nhập nhà thuốc", alert + Html.logInForm("Tài khoản"));
    }

    private Reply consent(Request request, Wish wish, Session session) {
        Account account = accounts.named(session.user());
        return ConsentForm.page(request, wish, session, account);
    }

    private Reply decide(Request request, Wish wish, Session session) {
        Parameters form = request.form();
        if (!session.posted(form)) {
            return consent(request, wish, session);
        }
        List<String> allowed =
                wish.scopes().stream().filter(form.all("scope")::contains).toList();
        return switch (form.first("answer").orElse("")) {
            case "log-out" -> {
                sessions.close(request);
                yield Reply.seeOther(again(request));
            }
            case "allow" -> allowed.isEmpty() ? denied(wish) : allowed(wish, session, allowed);
            default -> denied(wish);
        };
    }

    private Reply allowed(Wish wish, Session session, List<String> scopes) {
        return wish.sendBack("code", authorizations.issueCode(wish.app().id(), session.user(), Set.copyOf(scopes)));
    }

    private static Reply denied(Wish wish) {
        return wish.sendBack("error", "access_denied");
    }
}
