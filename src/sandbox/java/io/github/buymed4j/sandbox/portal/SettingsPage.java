package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.logins.Passwords;
import io.github.buymed4j.sandbox.requests.RequestLog;
import java.util.Optional;

/**
 * Settings: what the application is, the review, and its credentials. A secret is shown once, to its owner, who has entered the
 * password again.
 */
final class SettingsPage implements AppPage {
    private final Apps apps;
    private final Passwords passwords;
    private final RequestLog log;

    SettingsPage(Apps apps, Passwords passwords, RequestLog log) {
        this.apps = apps;
        this.passwords = passwords;
        this.log = log;
    }

    @Override
    public Reply answer(Visit visit, App app) {
        if (!visit.request().isPost()) {
            return page(visit, app, Optional.empty());
        }
        String action = visit.field("action");
        if (action.equals("reveal") && visit.owns(app)) {
            return reveal(visit, app);
        }
        if (action.equals("deactivate")) {
            return deactivate(visit, app);
        }
        if (visit.administrator()) {
            return review(visit, app, action);
        }
        return Reply.seeOther(visit.request().address());
    }

    private Reply review(Visit visit, App app, String action) {
        String reason = visit.field("reason");
        if (action.equals("approve")) {
            apps.approveUnseen(app.id());
        } else if (action.equals("reject")) {
            if (reason.isEmpty()) {
                return page(visit, app, Optional.of(Text.REASON_NEEDED)).with(400);
            }
            apps.reject(app.id(), reason);
        }
        return Reply.seeOther(visit.request().address());
    }

    private Reply deactivate(Visit visit, App app) {
        Optional<Text> refusal = PasswordAgain.refusal(passwords, visit);
        if (refusal.isPresent()) {
            return page(visit, app, refusal).with(403);
        }
        apps.deactivate(app.id());
        return Reply.seeOther(visit.request().address());
    }

    private Reply reveal(Visit visit, App app) {
        return PasswordAgain.refusal(passwords, visit)
                .map(refusal -> page(visit, app, Optional.of(refusal)).with(403))
                .orElseGet(() -> apps.reveal(app.id())
                        .map(secret -> SecretPage.show(visit, app, secret))
                        .orElseGet(() -> Reply.seeOther(visit.request().address())));
    }

    private Reply page(Visit visit, App app, Optional<Text> refusal) {
        boolean unseen = apps.hasUnseenSecret(app.id());
        return Html.page((output, on) ->
                JtesettingsGenerated.render(output, on, visit, app, unseen, log.lastUse(app.id()), refusal));
    }
}
