package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request to the platform carries: a snapshot that is taken once, bound to the thread that sends the request, and
 * the only place that writes credential headers.
 */
final class Call {

    static final String CLIENT_ID = "Client-ID";
    static final String CLIENT_SECRET = "Client-Secret";
    static final String SERVICE_REGION = "X-Service-Region";
    static final String AUTHORIZATION = "Authorization";

    static final MultivaluedMap<String, String> NO_HEADERS = new Unchangeable(Map.of());

    private static final String BEARER = "Bearer ";
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final Credentials credentials;
    private final @Nullable Account account;
    private final Optional<Secret> accessToken;
    private final MultivaluedMap<String, String> sealed;

    Call(Credentials credentials, @Nullable Account account, Optional<Secret> accessToken, String serviceRegion) {
        this.credentials = credentials;
        this.account = account;
        this.accessToken = accessToken;
        this.sealed = sealed(credentials, accessToken, serviceRegion);
    }

    Credentials credentials() {
        return credentials;
    }

    /** The account that the call is made for; none where the ready token serves. */
    @Nullable
    Account account() {
        return account;
    }

    Optional<Secret> accessToken() {
        return accessToken;
    }

    private static MultivaluedMap<String, String> sealed(
            Credentials credentials, Optional<Secret> accessToken, String serviceRegion) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(CLIENT_ID, List.of(credentials.clientId()));
        headers.put(CLIENT_SECRET, List.of(credentials.clientSecret().toString()));
        headers.put(SERVICE_REGION, List.of(serviceRegion));
        accessToken.ifPresent(token -> headers.put(AUTHORIZATION, List.of(BEARER.concat(token.toString()))));
        return new Unchangeable(headers);
    }

    /** Whether it is made of these very objects, so that a call that starts now can use it again. */
    @SuppressWarnings({"ReferenceEquality", "OptionalEquality"}) // comparing secrets would cost more than a new call
    boolean isOf(Credentials now, Optional<Secret> token) {
        return credentials == now && accessToken == token;
    }

    /**
     * The headers as the REST client passes them on, which copies them: the secrets are sealed, since a server's trace may
     * print them.
     */
    MultivaluedMap<String, String> headers() {
        return sealed;
    }

    /** The name of a header that the request does not carry exactly once as {@link #headers()} has it. */
    Optional<String> wrongHeader(MultivaluedMap<String, Object> passed) {
        for (Map.Entry<String, List<String>> header : sealed.entrySet()) {
            if (!header.getValue().equals(passed.get(header.getKey()))) {
                return Optional.of(header.getKey());
            }
        }
        return Optional.empty();
    }

    /** Puts the secrets in place of their seals: the last thing that happens to a request before it is sent. */
    void unseal(MultivaluedMap<String, Object> passed) {
        passed.put(CLIENT_SECRET, single(credentials.clientSecret().reveal()));
        accessToken.ifPresent(token -> passed.put(AUTHORIZATION, single(BEARER.concat(token.reveal()))));
    }

    private static List<Object> single(Object value) {
        return new ArrayList<>(List.of(value));
    }

    /** The platform's text without this call's secrets. */
    String redact(String text) {
        String redacted = credentials.clientSecret().redact(text);
        return accessToken.map(token -> token.redact(redacted)).orElse(redacted);
    }

    /** One map for all requests, which nobody can change. */
    private static final class Unchangeable extends AbstractMultivaluedMap<String, String> {

        private static final long serialVersionUID = 1L;

        Unchangeable(Map<String, List<String>> headers) {
            super(Map.copyOf(headers));
        }
    }

    /** The call bound to this thread. */
    static @Nullable Call current() {
        return CURRENT.get();
    }

    static void bind(@Nullable Call call) {
        if (call == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(call);
        }
    }
}
