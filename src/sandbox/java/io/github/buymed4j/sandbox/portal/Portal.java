package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Language;
import io.github.buymed4j.sandbox.html.LogInPage;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Developers;
import io.github.buymed4j.sandbox.logins.Session;
import io.github.buymed4j.sandbox.logins.Sessions;
import io.github.buymed4j.sandbox.platform.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /}: the applications; {@code /apps/N}: one's Settings; {@code /apps/N/permission}, {@code /activity}, {@code /try},
 * {@code /regenerate}; {@code /sign-up}; {@code /log-out}. Whoever is not logged in is asked to, wherever they come.
 */
public final class Portal {
    private static final Pattern APP_PAGE = Pattern.compile("/apps/([0-9]+)(/[a-z]+)?");

    private final Apps apps;
    private final Developers developers;
    private final AppsPage list;
    private final Map<String, AppPage> pages;
    private final Sessions sessions;
    private final LogInPage logIn;
    private final SignUpPage signUp;

    /** Takes the API, for requests that the portal sends to it. */
    public Portal(Platform platform, Function<Exchange, Reply> api) {
        apps = platform.apps();
        developers = platform.developers();
        list = new AppsPage(apps, developers);
        pages = Map.of(
                "", new SettingsPage(apps, developers.passwords(), platform.log()),
                "/regenerate", new RegeneratePage(apps, developers.passwords()),
                "/permission", new PermissionPage(apps),
                "/activity", new ActivityPage(platform.log(), platform.limiter(), platform.clock()),
                "/try", new TryPage(platform.tokens(), api));
        sessions = new Sessions("sandbox_portal", platform.clock());
        logIn = new LogInPage(Language.ENGLISH, Text.PORTAL, developers.passwords(), sessions, true);
        signUp = new SignUpPage(developers, sessions);
    }

    public Reply answer(Request request) {
        return switch (request.path()) {
            case "/sign-up" -> signUp.answer(request);
            case "/", "/log-out" -> visit(request, Optional.empty());
            default -> {
                Matcher address = APP_PAGE.matcher(request.path());
                if (!address.matches()) {
                    throw Refusal.notFound("đường dẫn");
                }
                yield visit(request, Optional.of(address));
            }
        };
    }

    private Reply visit(Request request, Optional<Matcher> appPage) {
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return logIn.answer(request);
        }
        Visit visit = Visit.of(
                request, session.get(), developers.isAdministrator(session.get().user()));
        if (request.isPost() && !sessions.posted(request)) {
            return refused(visit, Text.FORM_EXPIRED).with(403).withOutcome("CSRF");
        }
        try {
            return appPage.map(address -> appPage(visit, address)).orElseGet(() -> listOrLogOut(visit));
        } catch (Refusal refusal) {
            int status = refusal.reply().status();
            return refused(visit, status == 404 ? Text.NOT_FOUND : Text.APP_CHANGED)
                    .with(status)
                    .withOutcome(refusal.reply().outcome());
        }
    }

    private static Reply refused(Visit visit, Text why) {
        return Html.page((output, on) -> JterefusedGenerated.render(output, on, visit.view(), why));
    }

    /** An application that the visitor may not see does not exist. */
    private Reply appPage(Visit visit, Matcher address) {
        AppPage page = pages.get(Optional.ofNullable(address.group(2)).orElse(""));
        App app = apps.get(address.group(1));
        if (page == null || !visit.sees(app)) {
            throw Refusal.notFound("ứng dụng");
        }
        return page.answer(visit, app);
    }

    private Reply listOrLogOut(Visit visit) {
        if (visit.request().path().equals("/")) {
            return list.answer(visit);
        }
        if (visit.request().isPost()) {
            sessions.close(visit.request());
        }
        return Reply.seeOther(visit.request().root() + "/");
    }
}
