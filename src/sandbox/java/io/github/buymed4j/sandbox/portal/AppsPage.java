package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.html.Text;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.logins.Developers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The applications of a developer with what was decided on them, and the form for a new one; all of them for an administrator. */
final class AppsPage {
    private final Apps apps;
    private final Developers developers;

    AppsPage(Apps apps, Developers developers) {
        this.apps = apps;
        this.developers = developers;
    }

    Reply answer(Visit visit) {
        if (!visit.request().isPost()) {
            return page(visit, AppForm.EMPTY, Optional.empty());
        }
        if (visit.field("action").equals("dismiss")) {
            apps.notices().dismiss(visit.user());
            return Reply.seeOther(visit.request().address());
        }
        return create(visit);
    }

    private Reply create(Visit visit) {
        AppForm form = AppForm.of(visit);
        Optional<Text> refusal = form.refusal();
        if (refusal.isPresent()) {
            return page(visit, form, refusal).with(400);
        }
        return apps.register(visit.user(), form.details())
                .map(app -> Reply.seeOther(visit.view().root() + "/apps/" + app.id()))
                .orElseGet(() ->
                        page(visit, form, Optional.of(Text.ONE_PER_CATEGORY)).with(409));
    }

    private Reply page(Visit visit, AppForm form, Optional<Text> refusal) {
        List<App> shown = visit.administrator() ? apps.all() : apps.ownedBy(visit.user());
        Optional<Instant> agreedAt = developers.agreedAt(visit.user());
        return Html.page((output, on) -> JteappsGenerated.render(
                output, on, visit, shown, apps.notices().of(visit.user()), form, agreedAt, refusal));
    }
}
