package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * What is asked for, without the application's credentials.
 *
 * @param grantType {@code authorization_code} or {@code refresh_token}
 * @param member the name of the member that holds the grant
 * @param codeVerifier of PKCE (RFC 7636); empty where the authorization began without a challenge
 */
record TokenRequest(String grantType, String member, Secret grant, Optional<Secret> codeVerifier) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static TokenRequest ofCode(Secret code, Optional<Secret> codeVerifier) {
        return new TokenRequest("authorization_code", "code", code, codeVerifier);
    }

    static TokenRequest ofRefreshToken(Secret refreshToken) {
        return new TokenRequest("refresh_token", "refreshToken", refreshToken, Optional.empty());
    }

    byte[] body(Credentials credentials, String clientIdMember) {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add(member, grant.reveal())
                .add(clientIdMember, credentials.clientId())
                .add("clientSecret", credentials.clientSecret().reveal())
                .add("grantType", grantType);
        codeVerifier.ifPresent(verifier -> body.add("code_verifier", verifier.reveal()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonWriter writer = JSON.createWriter(bytes)) {
            writer.writeObject(body.build());
        }
        return bytes.toByteArray();
    }

    /** The platform's text without what this request proves itself with. */
    String redact(String text) {
        String redacted = grant.redact(text);
        return codeVerifier.map(verifier -> verifier.redact(redacted)).orElse(redacted);
    }
}
