package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Passwords;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.LogInPage;
import io.github.buymed4j.sandbox.html.Session;
import io.github.buymed4j.sandbox.html.Sessions;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.requests.RequestLog;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /}: the applications; {@code /apps/N}: one's Settings; {@code /apps/N/permission}; {@code /apps/N/activity};
 * {@code /log-out}. Whoever is not logged in is asked to, wherever they come.
 */
public final class Portal {
    private static final Pattern APP_PAGE = Pattern.compile("/apps/([0-9]+)(/[a-z]+)?");

    private final Apps apps;
    private final AppsPage list;
    private final Map<String, AppPage> pages;
    private final Sessions sessions;
    private final LogInPage logIn;

    public Portal(Apps apps, RequestLog log, Passwords developers, Clock clock) {
        this.apps = apps;
        this.list = new AppsPage(apps);
        this.pages = Map.of(
                "",
                new SettingsPage(apps),
                "/permission",
                new PermissionPage(apps),
                "/activity",
                new ActivityPage(log));
        this.sessions = new Sessions("sandbox_portal", clock);
        this.logIn = new LogInPage(Language.ENGLISH, "Developer portal", developers, sessions);
    }

    public Reply answer(Request request) {
        Matcher appPage = APP_PAGE.matcher(request.path());
        boolean oneApp = appPage.matches();
        if (!oneApp && !request.path().equals("/") && !request.path().equals("/log-out")) {
            throw Refusal.notFound("đường dẫn");
        }
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return logIn.answer(request);
        }
        if (request.isPost() && !session.get().posted(request.form())) {
            throw Refusal.of(403, "FORBIDDEN", "CSRF", "The form does not come from a page of this session");
        }
        return oneApp ? appPage(request, session.get(), appPage) : listOrLogOut(request, session.get());
    }

    private Reply appPage(Request request, Session session, Matcher address) {
        AppPage page = pages.get(Optional.ofNullable(address.group(2)).orElse(""));
        if (page == null) {
            throw Refusal.notFound("đường dẫn");
        }
        return page.answer(request, session, apps.get(address.group(1)));
    }

    private Reply listOrLogOut(Request request, Session session) {
        if (request.path().equals("/")) {
            return list.answer(request, session);
        }
        if (request.isPost()) {
            sessions.close(request);
        }
        return Reply.seeOther(request.root() + "/");
    }
}
