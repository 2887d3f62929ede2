package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.TokensUnreadableException.Reason;
import io.github.buymed4j.accounts.store.Validity;
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

/**
 * Encrypts and decrypts an account's tokens, bound to the account and to their validity: a ciphertext in another
 * account's row or with other times is refused. The restoration of a complete older row is not detected. Thread-safe.
 */
final class TokenSeal {

    /** Cached, because the provider look-up costs more than everything else here. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";

    private final CurrentKeys keys;

    TokenSeal(CurrentKeys keys) {
        this.keys = keys;
    }

    /**
     * The encrypted tokens as text; the text differs each time.
     *
     * @throws io.github.buymed4j.config.ConfigurationException if there is no key
     */
    String seal(Account account, Validity validity, Tokens tokens) {
        return Jwe.encrypt(keys.get(), account, validity, json(tokens));
    }

    /**
     * The tokens that were sealed for the account with the validity.
     *
     * @throws TokensUnreadableException if they were not, or no key fits
     */
    Tokens open(Account account, Validity validity, String sealed) {
        byte[] json = Jwe.decrypt(keys.get(), account, validity, sealed);
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(json))) {
            JsonObject tokens = reader.readObject();
            return new Tokens(
                    Secret.of(tokens.getString(ACCESS)),
                    Optional.ofNullable(tokens.getString(REFRESH, null)).map(Secret::of));
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new TokensUnreadableException(account, Reason.TAMPERED); // without the parser's text
        }
    }

    private static byte[] json(Tokens tokens) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add(ACCESS, tokens.accessToken().reveal());
        tokens.refreshToken().ifPresent(token -> json.add(REFRESH, token.reveal()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = JSON.createWriter(bytes)) {
            writer.writeObject(json.build());
        }
        return bytes.toByteArray();
    }
}
