package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.logins.Passwords;
import java.util.Optional;

/** Says what dies with a new secret, and makes it for the owner who enters the password. */
final class RegeneratePage implements AppPage {
    private final Apps apps;
    private final Passwords passwords;

    RegeneratePage(Apps apps, Passwords passwords) {
        this.apps = apps;
        this.passwords = passwords;
    }

    @Override
    public Reply answer(Visit visit, App app) {
        if (!visit.owns(app) || !app.isActive()) {
            throw Refusal.notFound("ứng dụng");
        }
        if (!visit.request().isPost()) {
            return page(visit, app, Optional.empty());
        }
        return PasswordAgain.refusal(passwords, visit)
                .map(refusal -> page(visit, app, Optional.of(refusal)).with(403))
                .orElseGet(() -> SecretPage.show(
                        visit, app, apps.regenerateSecret(app.id()).clientSecret()));
    }

    private static Reply page(Visit visit, App app, Optional<Text> refusal) {
        return Html.page((output, on) -> JteregenerateGenerated.render(output, on, visit, app, refusal));
    }
}
