package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.http.Reply;

/** The only page with a Client Secret. It is the reply to a posted form, so that no address leads to it. */
final class SecretPage {
    private SecretPage() {}

    static Reply show(Visit visit, App app, String secret) {
        return Html.page((output, on) -> JtesecretGenerated.render(output, on, visit, app, secret));
    }
}
