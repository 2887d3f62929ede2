package io.github.buymed4j.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider on this machine with one client and one user, who has always logged in already. It checks what a provider checks, and
 * can be made to misbehave.
 */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "buymed-console/1+%";

    /** One for all: it takes long to make. */
    private static final RSAKey KEY = key();

    private final HttpServer server;
    private final String host;
    private final Clock clock;
    private final String clientSecret;
    private final Map<String, Map<String, String>> grants = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile Map<String, Object> user =
            Map.of("preferred_username", "an", "groups", List.of("staff", "operator"));
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private volatile UnaryOperator<String> token = UnaryOperator.identity();
    private volatile Consumer<JsonObjectBuilder> metadata = json -> {};
    private volatile @Nullable RSAKey signingKey;
    private volatile @Nullable URI console;

    /** Takes the host under which it is known, such as {@code localhost}, and its one client's secret. */
    public FakeProvider(String host, String clientSecret, Clock clock) {
        this.host = host;
        this.clientSecret = clientSecret;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        on("/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
        on("/authorize", this::authorize);
        on("/token", this::token);
        on("/end", this::endSession);
        server.start();
    }

    public String issuer() {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    /** The user's own claims. */
    public FakeProvider user(Map<String, Object> claimsOfTheUser) {
        user = claimsOfTheUser;
        return this;
    }

    /** Leads the browser to this server, whatever host and port the client names. */
    public FakeProvider leadsBackTo(URI server) {
        console = server;
        return this;
    }

    FakeProvider claims(UnaryOperator<JWTClaimsSet.Builder> changed) {
        claims = changed;
        return this;
    }

    FakeProvider token(UnaryOperator<String> changed) {
        token = changed;
        return this;
    }

    FakeProvider metadata(Consumer<JsonObjectBuilder> changed) {
        metadata = changed;
        return this;
    }

    FakeProvider signedWith(RSAKey other) {
        signingKey = other;
        return this;
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the user's browser brings back from the provider's page: its state and its code. */
    Map<String, String> allowed(URI page) {
        return grant(parameters(page.getRawQuery()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asking = parameters(exchange.getRequestURI().getRawQuery());
        redirect(exchange, asking.get("redirect_uri") + "?" + ProviderClient.query(grant(asking)));
    }

    private void endSession(HttpExchange exchange) throws IOException {
        Map<String, String> asking = parameters(exchange.getRequestURI().getRawQuery());
        redirect(exchange, asking.getOrDefault("post_logout_redirect_uri", ""));
    }

    private Map<String, String> grant(Map<String, String> asking) {
        if (!CLIENT.equals(asking.get("client_id"))
                || !"code".equals(asking.get("response_type"))
                || !"S256".equals(asking.get("code_challenge_method"))) {
            return Map.of("error", "invalid_request", "state", asking.getOrDefault("state", ""));
        }
        String code = UUID.randomUUID().toString();
        grants.put(code, asking);
        return Map.of("code", code, "state", asking.getOrDefault("state", ""));
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = parameters(body);
        Map<String, String> grant = grants.remove(form.getOrDefault("code", ""));
        if (!isTheClient(exchange, form)) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (grant == null
                || !"authorization_code".equals(form.get("grant_type"))
                || !form.getOrDefault("redirect_uri", "").equals(grant.get("redirect_uri"))
                || !challenge(form.getOrDefault("code_verifier", "")).equals(grant.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(
                    exchange,
                    200,
                    Json.createObjectBuilder()
                            .add("access_token", UUID.randomUUID().toString())
                            .add("token_type", "Bearer")
                            .add("id_token", token.apply(idToken(grant)))
                            .build()
                            .toString());
        }
    }

    private boolean isTheClient(HttpExchange exchange, Map<String, String> form) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String user = given == null
                ? encoded(form.getOrDefault("client_id", "")) + ":" + encoded(form.getOrDefault("client_secret", ""))
                : new String(Base64.getDecoder().decode(given.substring("Basic ".length())), StandardCharsets.UTF_8);
        return user.equals(encoded(CLIENT) + ":" + encoded(clientSecret));
    }

    private String idToken(Map<String, String> grant) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("4711")
                .claim("nonce", grant.get("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        user.forEach(builder::claim);
        RSAKey with = signingKey == null ? KEY : signingKey;
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                claims.apply(builder).build());
        try {
            jwt.sign(new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private String metadata() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .add("end_session_endpoint", issuer() + "/end");
        metadata.accept(json);
        return json.build().toString();
    }

    private static String challenge(String verifier) {
        return new PendingLogin("", "", verifier).challenge();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            asked.add(path);
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void redirect(HttpExchange exchange, String location) throws IOException {
        URI there = console;
        String address = there == null
                ? location
                : there.resolve(location.replaceFirst("^https?://[^/]*", "")).toString();
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : List.of(query.split("&"))) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** It answers no more. */
    void stop() {
        close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
