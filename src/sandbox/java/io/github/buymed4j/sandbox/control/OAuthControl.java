package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.oauth.Authorizations;
import io.github.buymed4j.sandbox.oauth.TokenRules;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;

/** {@code {rotation, oldDies, repeat, refuse, delayMs, expiresIn, refreshExpiresIn}}; what is missing is as usual. */
final class OAuthControl {
    private static final long TEN_MINUTES = 600_000;

    private final Authorizations authorizations;

    OAuthControl(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    JsonObjectBuilder set(Fields fields) {
        TokenRules usual = TokenRules.USUAL;
        authorizations.set(new TokenRules(
                fields.flag("rotation", usual.rotation()),
                fields.flag("oldDies", usual.oldDies()),
                fields.flag("repeat", usual.repeat()),
                fields.flag("refuse", usual.refuse()),
                Duration.ofMillis(fields.whole("delayMs", 0, 0, TEN_MINUTES)),
                fields.seconds("expiresIn", usual.accessLifetime()),
                fields.seconds("refreshExpiresIn", usual.refreshLifetime())));
        return show();
    }

    private JsonObjectBuilder show() {
        TokenRules rules = authorizations.rules();
        return JsonText.object()
                .add("rotation", rules.rotation())
                .add("oldDies", rules.oldDies())
                .add("repeat", rules.repeat())
                .add("refuse", rules.refuse())
                .add("delayMs", rules.delay().toMillis())
                .add("expiresIn", rules.accessLifetime().toSeconds())
                .add("refreshExpiresIn", rules.refreshLifetime().toSeconds());
    }
}
