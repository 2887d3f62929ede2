package io.github.buymed4j.console.oidc;

import io.github.buymed4j.internal.config.Origin;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;

/**
 * What is used of a provider's metadata (OpenID Connect Discovery 1.0).
 *
 * @param authorization the page on which a user logs in
 * @param token the address that exchanges a code for an ID token
 * @param keys the address of the keys with which ID tokens are signed
 * @param endOfSession the page on which a user logs out
 * @param takesBasic whether the client authenticates by HTTP Basic, instead of in the form
 */
record ProviderMetadata(URI authorization, URI token, URI keys, Optional<URI> endOfSession, boolean takesBasic) {

    private static final String METHODS = "token_endpoint_auth_methods_supported";

    /** Where the provider publishes its metadata. */
    static URI address(URI issuer) {
        return URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    /**
     * Reads the metadata of the issuer.
     *
     * @throws OpenIdException if it is that of another one, or not usable
     */
    static ProviderMetadata of(JsonObject json, URI issuer) {
        if (!json.getString("issuer", "").equals(issuer.toString())) {
            throw new OpenIdException("The OpenID provider's metadata names another issuer than " + issuer);
        }
        return new ProviderMetadata(
                required(json, "authorization_endpoint"),
                required(json, "token_endpoint"),
                required(json, "jwks_uri"),
                json.containsKey("end_session_endpoint")
                        ? Optional.of(required(json, "end_session_endpoint"))
                        : Optional.empty(),
                !json.containsKey(METHODS) || contains(json.get(METHODS), "client_secret_basic"));
    }

    private static URI required(JsonObject json, String name) {
        try {
            URI address = URI.create(json.getString(name, ""));
            Origin origin = Origin.of(address);
            if (origin.scheme().equals("https") || (origin.scheme().equals("http") && origin.isLoopback())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // reported below, without the text
        }
        throw new OpenIdException("The OpenID provider's metadata has no https address as " + name);
    }

    private static boolean contains(JsonValue array, String text) {
        return array instanceof JsonArray values
                && values.stream()
                        .anyMatch(value -> value instanceof JsonString string
                                && string.getString().equals(text));
    }
}
