package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request for tokens, without the application's credentials.
 *
 * @param grantType {@code authorization_code} or {@code refresh_token}
 * @param secrets the members of the request that hold the grant
 */
record TokenRequest(String grantType, Map<String, Secret> secrets) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static TokenRequest ofCode(Secret code, Optional<Secret> codeVerifier) {
        Map<String, Secret> secrets = new LinkedHashMap<>(Map.of("code", code));
        codeVerifier.ifPresent(verifier -> secrets.put("code_verifier", verifier));
        return new TokenRequest("authorization_code", secrets);
    }

    static TokenRequest ofRefreshToken(Secret refreshToken) {
        return new TokenRequest("refresh_token", Map.of("refreshToken", refreshToken));
    }

    byte[] body(Credentials credentials, String clientIdMember) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        JsonObjectBuilder body = JSON.createObjectBuilder();
        secrets.forEach((member, secret) -> body.add(member, secret.reveal()));
        try (JsonWriter writer = JSON.createWriter(bytes)) {
            writer.writeObject(body.add(clientIdMember, credentials.clientId())
                    .add("clientSecret", credentials.clientSecret().reveal())
                    .add("grantType", grantType)
                    .build());
        }
        return bytes.toByteArray();
    }

    /** The code or the refresh token, without the code verifier. */
    Secret grant() {
        return secrets.values().iterator().next();
    }

    /** The platform's text with the secrets of this request removed. */
    String redact(String text) {
        String redacted = text;
        for (Secret secret : secrets.values()) {
            redacted = secret.redact(redacted);
        }
        return redacted;
    }
}
