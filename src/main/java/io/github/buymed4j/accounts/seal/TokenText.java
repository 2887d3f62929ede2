package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Tokens in clear text, on their way into the ciphertext and out of it. */
final class TokenText {

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";

    private TokenText() {}

    static byte[] of(Tokens tokens) {
        JsonObjectBuilder text =
                Json.createObjectBuilder().add(ACCESS, tokens.accessToken().reveal());
        tokens.refreshToken().ifPresent(token -> text.add(REFRESH, token.reveal()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = Json.createWriter(bytes)) {
            writer.writeObject(text.build());
        }
        return bytes.toByteArray();
    }

    /**
     * The tokens of such a text.
     *
     * @throws IllegalStateException when it is none
     */
    static Tokens tokens(byte[] text) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            JsonObject tokens = reader.readObject();
            return new Tokens(
                    Secret.of(tokens.getString(ACCESS)),
                    Optional.ofNullable(tokens.getString(REFRESH, null)).map(Secret::of));
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IllegalStateException("The text is not of ours");
        }
    }
}
