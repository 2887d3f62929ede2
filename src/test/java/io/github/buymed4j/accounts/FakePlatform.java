package io.github.buymed4j.accounts;

import io.github.buymed4j.Canary;
import io.github.buymed4j.credentials.CredentialsEvent;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.NoReplyException;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import io.github.buymed4j.internal.transport.NoReplyFixture;
import io.github.buymed4j.internal.transport.Reply;
import io.github.buymed4j.rest.PipelineFixture;
import jakarta.enterprise.event.Event;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The token service in this JVM, with its own JSON: it keeps which refresh tokens are alive and does to them what its switches
 * say. Its public fields are the switches. Thread-safe as far as the switches are set before it is used.
 */
public final class FakePlatform implements Iam.Endpoint {

    /** What becomes of a request. */
    public enum Fault {
        NONE,
        CONNECTION_REFUSED,
        TIMEOUT_UNPROCESSED,
        TIMEOUT_PROCESSED,
        UNREADABLE,
        SERVER_ERROR,
        TOO_MANY_REQUESTS,
        CODE_REFUSED,
        UNCLEAR_400,
        CLIENT_REJECTED
    }

    private static final String LIFE = "@life";
    private static final String REFRESH_LIFE = "@refreshLife";
    private static final JsonProvider JSON = JsonProvider.provider();

    public volatile boolean givesNewRefreshToken = true;
    public volatile boolean killsOldRefreshToken = true;
    public volatile boolean saysRefreshLife = true;
    /** As JSON, so that it can be anything. */
    public volatile String life = "432000";

    public volatile String refreshLife = "2592000";
    public volatile String scopes = "pharmacy:profile:read pharmacy:product:read pharmacy:order:read";
    public volatile Fault fault = Fault.NONE;
    public volatile Runnable whileProcessing = () -> {};

    public final AtomicInteger requests = new AtomicInteger();
    public final AtomicInteger processed = new AtomicInteger();
    public final List<String> bodies = new ArrayList<>();
    public final List<String> issuedSecrets = new ArrayList<>();
    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String onlySecret;

    /** The product's own way to this platform. */
    public TokenService service(BuymedConfig config) {
        return service(this, config);
    }

    static TokenService service(Iam.Endpoint endpoint, BuymedConfig config) {
        CredentialsRegistry registry = new CredentialsRegistry(config, deafEvents());
        return new Iam(
                PipelineFixture.of(config, registry),
                endpoint,
                config.settings().get(ConfigKey.IAM_CLIENT_ID_FIELD));
    }

    /** A code as a pharmacy's consent gives it. */
    public String code() {
        return newSecret();
    }

    /** Kills every refresh token, as when the pharmacy takes its consent back. */
    public void revokeAll() {
        alive.clear();
    }

    public void acceptOnly(String clientSecret) {
        onlySecret = clientSecret;
    }

    @Override
    public Reply send(byte[] request, Attempt attempt) throws NoReplyException {
        JsonObject body = body(request);
        return switch (fault) {
            case CONNECTION_REFUSED -> throw NoReplyFixture.of(Reason.REFUSED, false);
            case TIMEOUT_UNPROCESSED -> throw NoReplyFixture.of(Reason.READ_TIMEOUT, true);
            case TIMEOUT_PROCESSED -> {
                grant(body);
                throw NoReplyFixture.of(Reason.READ_TIMEOUT, true);
            }
            case UNREADABLE -> {
                grant(body);
                yield read("<html>");
            }
            case SERVER_ERROR -> read(error("ERROR", "internal_error"));
            case TOO_MANY_REQUESTS -> read(error("TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"));
            case CODE_REFUSED -> read(error("INVALID", "INVALID_CODE"));
            case UNCLEAR_400 -> read(error("INVALID", "invalid_request"));
            case CLIENT_REJECTED -> read(error("UNAUTHORIZED", "INVALID_CLIENT"));
            case NONE -> read(answer(body));
        };
    }

    /** The answer as it goes over the wire; without a fault. */
    String json(byte[] request) {
        return answer(body(request));
    }

    private JsonObject body(byte[] request) {
        requests.incrementAndGet();
        String text = new String(request, StandardCharsets.UTF_8);
        synchronized (bodies) {
            bodies.add(text);
        }
        return JSON.createReader(new java.io.StringReader(text)).readObject();
    }

    private String answer(JsonObject body) {
        if (onlySecret != null && !body.getString("clientSecret").equals(onlySecret)) {
            return error("UNAUTHORIZED", "INVALID_CLIENT");
        }
        return grant(body);
    }

    private String grant(JsonObject body) {
        whileProcessing.run();
        boolean isRefresh = body.getString("grantType").equals("refresh_token");
        String old = isRefresh ? body.getString("refreshToken") : "";
        if (isRefresh && !alive.contains(old)) {
            return error("UNAUTHORIZED", "INVALID_TOKEN");
        }
        processed.incrementAndGet();
        String access = newSecret();
        String refresh = newSecret();
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("accessToken", access)
                .add("expiresIn", LIFE)
                .add("scope", scopes)
                .add("tokenType", "Bearer");
        if (!isRefresh || givesNewRefreshToken) {
            alive.add(refresh);
            data.add("refreshToken", refresh);
        }
        if (!isRefresh || saysRefreshLife) {
            data.add("rfExpiresIn", REFRESH_LIFE);
        }
        if (isRefresh && killsOldRefreshToken) {
            alive.remove(old);
        }
        return JSON.createObjectBuilder()
                .add("status", "OK")
                .add("data", JSON.createArrayBuilder().add(data))
                .build()
                .toString()
                .replace("\"" + LIFE + "\"", life)
                .replace("\"" + REFRESH_LIFE + "\"", refreshLife);
    }

    private String newSecret() {
        String secret = Canary.secret();
        synchronized (issuedSecrets) {
            issuedSecrets.add(secret);
        }
        return secret;
    }

    private static String error(String status, String code) {
        return JSON.createObjectBuilder()
                .add("status", status)
                .add("message", "no")
                .add("errorCode", code)
                .build()
                .toString();
    }

    static Reply read(String reply) {
        HeaderField json = new HeaderField("Content-Type", "application/json");
        return new Reply(200, List.of(json), reply.getBytes(StandardCharsets.UTF_8), false);
    }

    @SuppressWarnings("unchecked")
    private static Event<CredentialsEvent> deafEvents() {
        return (Event<CredentialsEvent>) Proxy.newProxyInstance(
                FakePlatform.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }
}
