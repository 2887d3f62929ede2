package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;

/**
 * What is asked for, without the application's credentials.
 *
 * @param grantType {@code authorization_code} or {@code refresh_token}
 * @param member the name of the member that holds the grant
 */
record TokenRequest(String grantType, String member, Secret grant) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static TokenRequest ofCode(Secret code) {
        return new TokenRequest("authorization_code", "code", code);
    }

    static TokenRequest ofRefreshToken(Secret refreshToken) {
        return new TokenRequest("refresh_token", "refreshToken", refreshToken);
    }

    byte[] body(Credentials credentials, String clientIdMember) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonWriter writer = JSON.createWriter(bytes)) {
            writer.writeObject(JSON.createObjectBuilder()
                    .add(member, grant.reveal())
                    .add(clientIdMember, credentials.clientId())
                    .add("clientSecret", credentials.clientSecret().reveal())
                    .add("grantType", grantType)
                    .build());
        }
        return bytes.toByteArray();
    }
}
