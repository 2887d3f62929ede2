package io.github.buymed4j.sandbox.oauth;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.gate.Rejections;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.json.JsonText;
import io.github.buymed4j.sandbox.tokens.Grant;
import io.github.buymed4j.sandbox.tokens.IssuedTokens;
import io.github.buymed4j.sandbox.tokens.Token;
import io.github.buymed4j.sandbox.tokens.Tokens;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /iam/core/v1/oauth/token}: a code or a refresh token for an access token, in the platform's spelling. */
public final class TokenApi {
    private final Apps apps;
    private final Tokens tokens;
    private final Authorizations authorizations;
    private final Rejections rejections;

    public TokenApi(Apps apps, Tokens tokens, Authorizations authorizations, Rejections rejections) {
        this.apps = apps;
        this.tokens = tokens;
        this.authorizations = authorizations;
        this.rejections = rejections;
    }

    public Reply answer(Exchange exchange) {
        if (!exchange.request().isPost()) {
            throw Refusal.notFound("đường dẫn");
        }
        authorizations.countTokenRequest();
        TokenRules rules = authorizations.rules();
        return reply(exchange, rules).with(rules.delay());
    }

    private Reply reply(Exchange exchange, TokenRules rules) {
        try {
            return exchange(exchange, rules);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply exchange(Exchange exchange, TokenRules rules) {
        JsonObject body = JsonText.readObject(exchange.request().body())
                .orElseThrow(() -> Refusal.invalid("INVALID_BODY", "Nội dung không phải JSON"));
        App app = authenticate(exchange, body);
        return switch (text(body, "grantType").orElse("")) {
            case "authorization_code" -> exchangeCode(exchange, app, body, rules);
            case "refresh_token" -> refresh(exchange, app, body, rules);
            default -> throw Refusal.invalid("UNSUPPORTED_GRANT_TYPE", "grantType không được hỗ trợ");
        };
    }

    private App authenticate(Exchange exchange, JsonObject body) {
        String clientId =
                text(body, "clientId").or(() -> text(body, "clientID")).orElse("");
        return apps.authenticate(exchange, clientId, text(body, "clientSecret").orElse(""))
                .orElseThrow(rejections::ofIam);
    }

    private Reply exchangeCode(Exchange exchange, App app, JsonObject body, TokenRules rules) {
        Code code = text(body, "code")
                .flatMap(given -> authorizations.redeem(given, app.id()))
                .orElseThrow(() -> invalidGrant("code"));
        exchange.onBehalfOf(code.account());
        Grant grant = grant(app, code.account(), code.scopes(), code.untilLogOut(), rules);
        IssuedTokens issued = tokens.issue(grant);
        return reply(grant, issued.accessToken(), Optional.of(issued.refreshToken()), "TOKEN_ISSUED");
    }

    private Reply refresh(Exchange exchange, App app, JsonObject body, TokenRules rules) {
        String old = text(body, "refreshToken").orElse("");
        Token token = Optional.of(old)
                .filter(given -> !rules.refuse())
                .flatMap(given -> tokens.redeem(given, app.id(), rules.oldDies()))
                .orElseThrow(() -> invalidGrant("refreshToken"));
        exchange.onBehalfOf(token.account());
        Grant grant = grant(app, token.account(), token.scopes(), token.untilLogOut(), rules);
        if (rules.rotation()) {
            IssuedTokens issued = tokens.issue(grant);
            return reply(grant, issued.accessToken(), Optional.of(issued.refreshToken()), "TOKEN_REFRESHED");
        }
        Optional<String> repeated = rules.repeat() ? Optional.of(old) : Optional.empty();
        return reply(grant, tokens.issueAccess(grant), repeated, "TOKEN_REFRESHED");
    }

    private static Refusal invalidGrant(String field) {
        return Refusal.invalid("INVALID_GRANT", field + " không hợp lệ, đã dùng hoặc đã hết hạn");
    }

    private static Grant grant(App app, String account, Set<String> scopes, boolean untilLogOut, TokenRules rules) {
        return new Grant(app.id(), account, scopes, rules.accessLifetime(), rules.refreshLifetime(), untilLogOut);
    }

    private static Reply reply(Grant grant, String accessToken, Optional<String> refreshToken, String outcome) {
        JsonObjectBuilder json = JsonText.object()
                .add("accessToken", accessToken)
                .add("expiresIn", grant.accessLifetime().toSeconds())
                .add("scope", String.join(" ", new TreeSet<>(grant.scopes())))
                .add("tokenType", "Bearer");
        refreshToken.ifPresent(token -> json.add("refreshToken", token)
                .add("rfExpiresIn", grant.refreshLifetime().toSeconds()));
        return Envelope.one(json.build()).withOutcome(outcome).with("Cache-Control", "no-store");
    }

    private static Optional<String> text(JsonObject body, String name) {
        return body.get(name) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }
}
