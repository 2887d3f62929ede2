package io.github.buymed4j.sandbox.gate;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.accounts.Accounts;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Apps;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.http.SecretUse;
import io.github.buymed4j.sandbox.limits.Limiter;
import io.github.buymed4j.sandbox.tokens.Token;
import io.github.buymed4j.sandbox.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may call what. In this order: credential headers at most once, credentials, region, limit of the address, token,
 * scope, limit of the account. Rejected credentials count towards nothing.
 */
public final class Gate {
    private static final List<String> SINGLE =
            List.of("Client-ID", "Client-Secret", "Authorization", "X-Service-Region");
    private static final String ACTIVE_REGION = "vn";
    private static final String BEARER = "bearer ";
    private static final String PRODUCT = "/products/";

    private final Apps apps;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Limiter limiter;
    private final Rejections rejections;

    public Gate(Apps apps, Tokens tokens, Accounts accounts, Limiter limiter, Rejections rejections) {
        this.apps = apps;
        this.tokens = tokens;
        this.accounts = accounts;
        this.limiter = limiter;
        this.rejections = rejections;
    }

    /**
     * The application that calls, once it may; a region need not be given, as in the example of the credentials guide.
     *
     * @throws Refusal 400, 401 or 429
     */
    public App admitApp(Exchange exchange) {
        return admitApp(exchange, ACTIVE_REGION);
    }

    /**
     * As {@link #admitApp(Exchange)}, for endpoints of a region, which must be given.
     *
     * @throws Refusal 400, 401 or 429
     */
    public App admitAppOfRegion(Exchange exchange) {
        return admitApp(exchange, "");
    }

    private App admitApp(Exchange exchange, String usualRegion) {
        Request request = exchange.request();
        checkSingleHeaders(request);
        App app = authenticate(exchange);
        if (!request.header("X-Service-Region").orElse(usualRegion).equals(ACTIVE_REGION)) {
            throw Refusal.invalid("INVALID_REGION", "X-Service-Region phải là " + ACTIVE_REGION);
        }
        limiter.admitAddress(request.remoteAddress(), endpoint(request));
        return app;
    }

    /**
     * The pharmacy on whose behalf it calls, once it may.
     *
     * @throws Refusal 401, 403 or 429
     */
    public Account admitAccount(Exchange exchange, App app, String scope) {
        Token token = bearer(exchange.request(), app);
        exchange.onBehalfOf(token.account());
        if (!app.mayUse(scope) || !token.scopes().contains(scope)) {
            throw Refusal.of(403, "FORBIDDEN", "FORBIDDEN", "Thiếu quyền truy cập, cần scope: " + scope);
        }
        limiter.admitAccount(token.account(), endpoint(exchange.request()));
        return accounts.named(token.account());
    }

    private static void checkSingleHeaders(Request request) {
        for (String name : SINGLE) {
            if (request.count(name) > 1) {
                throw Refusal.invalid("DUPLICATE_HEADER", "Header gửi nhiều lần: " + name);
            }
        }
    }

    private App authenticate(Exchange exchange) {
        String vouched = exchange.vouchedApp();
        if (vouched != null) {
            exchange.sentBy(vouched, SecretUse.NONE);
            return Optional.of(apps.get(vouched)).filter(App::isActive).orElseThrow(rejections::ofApi);
        }
        Request request = exchange.request();
        String clientId = request.header("Client-ID").orElse("");
        String clientSecret = request.header("Client-Secret").orElse("");
        return apps.authenticate(exchange, clientId, clientSecret).orElseThrow(rejections::ofApi);
    }

    /** The method and the path, without what names one product. */
    private static String endpoint(Request request) {
        String path = request.path();
        int product = path.indexOf(PRODUCT);
        return request.method() + " " + (product < 0 ? path : path.substring(0, product + PRODUCT.length()));
    }

    private Token bearer(Request request, App app) {
        String header = request.header("Authorization").orElse("");
        String token = header.toLowerCase(Locale.ROOT).startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        return tokens.findAccess(token.strip())
                .filter(found -> found.appId().equals(app.id()))
                .orElseThrow(() ->
                        Refusal.of(401, "UNAUTHORIZED", "INVALID_TOKEN", "Access token không hợp lệ hoặc đã hết hạn"));
    }
}
