package io.github.buymed4j.sandbox.portal;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.html.Html;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.tokens.Grant;
import io.github.buymed4j.sandbox.tokens.Token;
import io.github.buymed4j.sandbox.tokens.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Try it: a request of the application, sent by the portal. The secret itself is not known, so the portal vouches for the
 * application; the token is a real one that lives for a minute.
 */
final class TryPage implements AppPage {
    static final List<String> ENDPOINTS = List.of(
            "POST /v1/endpoint",
            "GET /api/v1/pharmacy/profile",
            "GET /api/v1/pharmacy/addresses",
            "GET /api/v1/pharmacy/products?limit=2",
            "GET /api/v1/pharmacy/categories",
            "GET /api/v1/pharmacy/orders?limit=2");
    private static final String EXAMPLE = "{\"message\":\"Xin chào\"}";
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);

    private final Tokens tokens;
    private final Function<Exchange, Reply> api;

    TryPage(Tokens tokens, Function<Exchange, Reply> api) {
        this.tokens = tokens;
        this.api = api;
    }

    @Override
    public Reply answer(Visit visit, App app) {
        if (!visit.owns(app) || !app.isActive()) {
            throw Refusal.notFound("ứng dụng");
        }
        Map<String, Token> accounts = tokens.accountsOf(app.id());
        Optional<Trial> trial = visit.request().isPost() ? send(visit, app, accounts) : Optional.empty();
        return Html.page((output, on) ->
                JtetryItGenerated.render(output, on, visit, app, ENDPOINTS, List.copyOf(accounts.keySet()), trial));
    }

    private Optional<Trial> send(Visit visit, App app, Map<String, Token> accounts) {
        String endpoint = visit.field("endpoint");
        if (!ENDPOINTS.contains(endpoint)) {
            return Optional.empty();
        }
        Optional<Token> token = Optional.ofNullable(accounts.get(visit.field("account")));
        Request request = request(visit, endpoint, token);
        Reply reply = api.apply(Exchange.vouched(request, app.id()));
        return Optional.of(new Trial(endpoint, masked(app, token), request.body(), reply));
    }

    private Request request(Visit visit, String endpoint, Optional<Token> token) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String[] address = endpoint.substring(method.length() + 1).split("\\?", 2);
        List<HeaderField> headers = new ArrayList<>();
        headers.add(new HeaderField("X-Service-Region", "vn"));
        headers.add(new HeaderField("Content-Type", "application/json"));
        token.map(this::accessToken)
                .ifPresent(value -> headers.add(new HeaderField("Authorization", "Bearer " + value)));
        return new Request(
                method,
                visit.request().root(),
                address[0],
                Parameters.decode(address.length > 1 ? address[1] : ""),
                headers,
                method.equals("POST") ? EXAMPLE : "",
                visit.request().remoteAddress(),
                visit.request().host());
    }

    private String accessToken(Token token) {
        return tokens.issueAccess(new Grant(
                token.appId(), token.account(), token.scopes(), TOKEN_LIFETIME, Duration.ZERO, token.untilLogOut()));
    }

    private static List<String> masked(App app, Optional<Token> token) {
        List<String> lines = new ArrayList<>();
        lines.add("Client-ID: " + app.clientId());
        lines.add("Client-Secret: ••••••••");
        lines.add("X-Service-Region: vn");
        lines.add("Content-Type: application/json");
        token.ifPresent(known -> lines.add("Authorization: Bearer ••••••••"));
        return lines;
    }

    /** A request that was sent, its secrets masked, and the reply. */
    record Trial(String endpoint, List<String> headers, String body, Reply reply) {
        Trial {
            headers = List.copyOf(headers);
        }
    }
}
