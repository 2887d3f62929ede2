package io.github.buymed4j.accounts.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.seal.TokensUnreadableException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;

/**
 * Encrypts an account's tokens and decrypts them: JWE, {@code dir} with {@code A256GCM}. The account's id stands in the
 * protected header, so that a ciphertext put into another account's row is found out. Thread-safe.
 */
@ApplicationScoped
public class TokenSeal {

    private static final String ACCOUNT = "account";

    private final CurrentKeys keys;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected TokenSeal() {
        keys = null;
    }

    @Inject
    TokenSeal(CurrentKeys keys) {
        this.keys = keys;
    }

    /**
     * The tokens as text to store; another text each time.
     *
     * @throws io.github.buymed4j.config.ConfigurationException when there is no key
     */
    public String seal(Account account, Tokens tokens) {
        OctetSequenceKey key = keys.get().sealing();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .customParam(ACCOUNT, account.id())
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(TokenText.of(tokens)));
        try {
            jwe.encrypt(new DirectEncrypter(key.toByteArray()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
        return jwe.serialize();
    }

    /**
     * The tokens that were sealed for the account.
     *
     * @throws TokensUnreadableException when they were not, or no key fits
     */
    public Tokens open(Account account, String sealed) {
        JWEObject jwe = parse(account, sealed);
        if (!account.id().equals(jwe.getHeader().getCustomParam(ACCOUNT))) {
            throw new TokensUnreadableException(account, Reason.OTHER_ACCOUNT);
        }
        OctetSequenceKey key = keys.get()
                .byId(jwe.getHeader().getKeyID())
                .orElseThrow(() -> new TokensUnreadableException(account, Reason.UNKNOWN_KEY));
        try {
            jwe.decrypt(new DirectDecrypter(key.toByteArray()));
            return TokenText.tokens(jwe.getPayload().toBytes());
        } catch (JOSEException | IllegalStateException e) {
            throw new TokensUnreadableException(account, Reason.TAMPERED);
        }
    }

    private static JWEObject parse(Account account, String sealed) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            JWEHeader header = jwe.getHeader();
            if (JWEAlgorithm.DIR.equals(header.getAlgorithm())
                    && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    && header.getCompressionAlgorithm() == null
                    && header.getKeyID() != null) {
                return jwe;
            }
        } catch (ParseException | RuntimeException e) {
            // reported below, without the parser's text
        }
        throw new TokensUnreadableException(account, Reason.MALFORMED);
    }
}
