package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.Secret;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The JSON text of tokens that is encrypted. */
final class TokenText {

    /** Cached, because the provider look-up costs more than everything else here. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";

    private TokenText() {}

    static byte[] of(Tokens tokens) {
        JsonObjectBuilder text =
                JSON.createObjectBuilder().add(ACCESS, tokens.accessToken().reveal());
        tokens.refreshToken().ifPresent(token -> text.add(REFRESH, token.reveal()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = JSON.createWriter(bytes)) {
            writer.writeObject(text.build());
        }
        return bytes.toByteArray();
    }

    /**
     * The tokens in such a text.
     *
     * @throws IllegalStateException if the text is invalid
     */
    static Tokens tokens(byte[] text) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(text))) {
            JsonObject tokens = reader.readObject();
            return new Tokens(
                    Secret.of(tokens.getString(ACCESS)),
                    Optional.ofNullable(tokens.getString(REFRESH, null)).map(Secret::of));
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IllegalStateException("The text is not of ours");
        }
    }
}
