package io.github.buymed4j.sandbox.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an application asks a pharmacy for, as it stands in the address that the browser was sent to. Both spellings that
 * the documentation uses are read.
 *
 * @param app to whose registered address every answer goes
 */
record Wish(App app, List<String> scopes, Optional<String> state, Optional<String> error) {
    Wish {
        scopes = List.copyOf(scopes);
    }

    /** Empty when the application is unknown or the address is not its own: then nobody may be sent anywhere. */
    static Optional<Wish> of(Parameters query, Apps apps) {
        String redirectUri = query.first("redirectUri", "redirect_uri").orElse("");
        return query.first("clientID", "clientId", "client_id")
                .flatMap(apps::withClientId)
                .filter(app -> !redirectUri.isEmpty() && app.redirectUri().equals(redirectUri))
                .map(app -> of(query, app));
    }

    private static Wish of(Parameters query, App app) {
        List<String> scopes = Arrays.stream(query.first("scope").orElse("").split("[ ,]+", -1))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
        return new Wish(app, scopes, query.first("state"), error(query, app, scopes));
    }

    private static Optional<String> error(Parameters query, App app, List<String> scopes) {
        Optional<String> type = query.first("responseType", "response_type");
        if (type.isEmpty()) {
            return Optional.of("invalid_request");
        }
        if (!type.get().equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        if (!app.isActive()) {
            return Optional.of("unauthorized_client");
        }
        boolean known = !scopes.isEmpty() && Scopes.ALL.containsAll(scopes);
        return known && scopes.stream().allMatch(app::mayUse) ? Optional.empty() : Optional.of("invalid_scope");
    }

    Reply sendBack(String name, String value) {
        String back = app.redirectUri() + "?" + name + "=" + URLEncoder.encode(value, UTF_8);
        return Reply.seeOther(state.map(text -> back + "&state=" + URLEncoder.encode(text, UTF_8))
                .orElse(back));
    }
}
