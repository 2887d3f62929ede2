package io.github.buymed4j.rest;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
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

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final Credentials credentials;
    private final @Nullable Account account;
    private final Optional<Secret> accessToken;
    private final String serviceRegion;
    private final @Nullable String authorization;

    Call(Credentials credentials, @Nullable Account account, Optional<Secret> accessToken, String serviceRegion) {
        this.credentials = credentials;
        this.account = account;
        this.accessToken = accessToken;
        this.serviceRegion = serviceRegion;
        this.authorization =
                accessToken.map(token -> "Bearer ".concat(token.reveal())).orElse(null);
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

    MultivaluedMap<String, String> headers() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>(8);
        headers.putSingle(CLIENT_ID, credentials.clientId());
        headers.putSingle(CLIENT_SECRET, credentials.clientSecret().reveal());
        headers.putSingle(SERVICE_REGION, serviceRegion);
        if (authorization != null) {
            headers.putSingle(AUTHORIZATION, authorization);
        }
        return headers;
    }

    /** The name of a header that the request does not carry exactly once with this call's value. */
    Optional<String> wrongHeader(MultivaluedMap<String, Object> sent) {
        if (!isOnce(sent.get(CLIENT_ID), credentials.clientId())) {
            return Optional.of(CLIENT_ID);
        }
        if (!isOnce(sent.get(CLIENT_SECRET), credentials.clientSecret().reveal())) {
            return Optional.of(CLIENT_SECRET);
        }
        if (!isOnce(sent.get(SERVICE_REGION), serviceRegion)) {
            return Optional.of(SERVICE_REGION);
        }
        return authorization == null || isOnce(sent.get(AUTHORIZATION), authorization)
                ? Optional.empty()
                : Optional.of(AUTHORIZATION);
    }

    private static boolean isOnce(@Nullable List<Object> values, String value) {
        return values != null && values.size() == 1 && value.equals(values.get(0));
    }

    /** The platform's text without this call's secrets. */
    String redact(String text) {
        String redacted = credentials.clientSecret().redact(text);
        return accessToken.map(token -> token.redact(redacted)).orElse(redacted);
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
