package io.github.buymed4j.rest;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.Seals;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials and token of one request to the platform. The only class that writes credential headers; other code
 * sees placeholders (seals) instead of the secrets, until the transport opens them. Immutable.
 */
final class CallCredentials implements Seals {

    /** The name of the header with the Client Secret. */
    static final String CLIENT_SECRET = "Client-Secret";

    static final String CLIENT_ID = "Client-ID";
    static final String SERVICE_REGION = "X-Service-Region";
    static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Credentials credentials;
    private final Optional<Secret> accessToken;
    private final MultivaluedMap<String, String> sealed;

    /** Those of the application's next request. Allocates nothing while they are unchanged. */
    static CallCredentials of(Application application, Credentials now, Optional<Secret> accessToken) {
        CallCredentials latest = application.latestAttached();
        if (latest != null && latest.isOf(now, accessToken)) {
            return latest;
        }
        CallCredentials made = new CallCredentials(now, accessToken, application.serviceRegion());
        application.attached(made);
        return made;
    }

    private CallCredentials(Credentials credentials, Optional<Secret> accessToken, String serviceRegion) {
        this.credentials = credentials;
        this.accessToken = accessToken;
        this.sealed = sealed(credentials, accessToken, serviceRegion);
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

    /** The credentials that the request carries. */
    Credentials credentials() {
        return credentials;
    }

    Optional<Secret> accessToken() {
        return accessToken;
    }

    /** True if it was made of these same objects, so that it can be reused for the next call. */
    @SuppressWarnings("ReferenceEquality") // cheaper than comparing the secrets
    private boolean isOf(Credentials now, Optional<Secret> token) {
        return credentials == now && accessToken.orElse(null) == token.orElse(null);
    }

    /** The headers with seals instead of the secrets, because a server's trace may print them. */
    MultivaluedMap<String, String> headers() {
        return sealed;
    }

    /**
     * The name of a header that the request does not carry exactly once with the value of {@link #headers()}; empty if
     * all are right.
     */
    Optional<String> wrongHeader(MultivaluedMap<String, Object> passed) {
        for (Map.Entry<String, List<String>> header : sealed.entrySet()) {
            if (!header.getValue().equals(passed.get(header.getKey()))) {
                return Optional.of(header.getKey());
            }
        }
        return Optional.empty();
    }

    /** Only for the transport. */
    @Override
    public String opened(String header, String value) {
        if (header.equalsIgnoreCase(CLIENT_SECRET)) {
            return sendable(header, credentials.clientSecret().reveal());
        }
        return header.equalsIgnoreCase(AUTHORIZATION) && accessToken.isPresent()
                ? sendable(header, BEARER.concat(accessToken.get().reveal()))
                : value;
    }

    private static String sendable(String header, String secret) {
        if (!HeaderField.isSendable(secret)) {
            throw RequestRefusedException.hasControlCharacter(header);
        }
        return secret;
    }

    /** The platform's text with the secrets of this call removed. */
    String redact(String text) {
        String redacted = credentials.clientSecret().redact(text);
        return accessToken.map(token -> token.redact(redacted)).orElse(redacted);
    }

    @Override
    public String toString() {
        return "credentials of a call";
    }

    /** An immutable map, shared by all requests. */
    private static final class Unchangeable extends AbstractMultivaluedMap<String, String> {

        private static final long serialVersionUID = 1L;

        Unchangeable(Map<String, List<String>> headers) {
            super(Map.copyOf(headers));
        }
    }
}
