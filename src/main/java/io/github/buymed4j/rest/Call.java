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

    private static final String BEARER = "Bearer ";
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final Credentials credentials;
    private final @Nullable Account account;
    private final Optional<Secret> accessToken;
    private final String serviceRegion;
    private final String sealedSecret;
    private final @Nullable String sealedAuthorization;

    Call(Credentials credentials, @Nullable Account account, Optional<Secret> accessToken, String serviceRegion) {
        this.credentials = credentials;
        this.account = account;
        this.accessToken = accessToken;
        this.serviceRegion = serviceRegion;
        this.sealedSecret = credentials.clientSecret().toString();
        this.sealedAuthorization =
                accessToken.map(token -> BEARER.concat(token.toString())).orElse(null);
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

    /** The headers as the REST client passes them on: the secrets are sealed, since a server's trace may print them. */
    MultivaluedMap<String, String> headers() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>(8);
        headers.putSingle(CLIENT_ID, credentials.clientId());
        headers.putSingle(CLIENT_SECRET, sealedSecret);
        headers.putSingle(SERVICE_REGION, serviceRegion);
        if (sealedAuthorization != null) {
            headers.putSingle(AUTHORIZATION, sealedAuthorization);
        }
        return headers;
    }

    /** The name of a header that the request does not carry exactly once as {@link #headers()} has it. */
    Optional<String> wrongHeader(MultivaluedMap<String, Object> passed) {
        if (!isOnce(passed.get(CLIENT_ID), credentials.clientId())) {
            return Optional.of(CLIENT_ID);
        }
        if (!isOnce(passed.get(CLIENT_SECRET), sealedSecret)) {
            return Optional.of(CLIENT_SECRET);
        }
        if (!isOnce(passed.get(SERVICE_REGION), serviceRegion)) {
            return Optional.of(SERVICE_REGION);
        }
        return sealedAuthorization == null || isOnce(passed.get(AUTHORIZATION), sealedAuthorization)
                ? Optional.empty()
                : Optional.of(AUTHORIZATION);
    }

    /** Puts the secrets in place of their seals: the last thing that happens to a request before it is sent. */
    void unseal(MultivaluedMap<String, Object> passed) {
        passed.putSingle(CLIENT_SECRET, credentials.clientSecret().reveal());
        accessToken.ifPresent(token -> passed.putSingle(AUTHORIZATION, BEARER.concat(token.reveal())));
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
