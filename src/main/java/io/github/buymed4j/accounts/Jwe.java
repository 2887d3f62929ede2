package io.github.buymed4j.accounts;

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
import io.github.buymed4j.accounts.TokensUnreadableException.Reason;
import io.github.buymed4j.accounts.store.Validity;
import java.text.ParseException;

/**
 * Encrypts to JWE and decrypts it: {@code dir} with {@code A256GCM}; the authenticated protected header contains the
 * account's id and the tokens' validity. No bean exposes a type of the JWE library, so that an application that
 * connects no pharmacies can be deployed without that library.
 */
final class Jwe {

    private static final String ACCOUNT = "account";
    private static final String VALIDITY = "validity";

    private Jwe() {}

    static String encrypt(SealingKeys keys, Account account, Validity validity, byte[] text) {
        OctetSequenceKey key = keys.sealing();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .customParam(ACCOUNT, account.id())
                .customParam(VALIDITY, text(validity))
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(text));
        try {
            jwe.encrypt(new DirectEncrypter(key.toByteArray()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode", e);
        }
        return jwe.serialize();
    }

    /**
     * The text that was encrypted for the account with the validity.
     *
     * @throws TokensUnreadableException if it was not, or no key fits
     */
    static byte[] decrypt(SealingKeys keys, Account account, Validity validity, String sealed) {
        JWEObject jwe = parse(account, sealed);
        if (!account.id().equals(jwe.getHeader().getCustomParam(ACCOUNT))) {
            throw new TokensUnreadableException(account, Reason.OTHER_ACCOUNT);
        }
        if (!text(validity).equals(jwe.getHeader().getCustomParam(VALIDITY))) {
            throw new TokensUnreadableException(account, Reason.OTHER_VALIDITY);
        }
        OctetSequenceKey key = keys.byId(jwe.getHeader().getKeyID())
                .orElseThrow(() -> new TokensUnreadableException(account, Reason.UNKNOWN_KEY));
        try {
            jwe.decrypt(new DirectDecrypter(key.toByteArray()));
            return jwe.getPayload().toBytes();
        } catch (JOSEException | IllegalStateException e) {
            throw new TokensUnreadableException(account, Reason.TAMPERED);
        }
    }

    private static String text(Validity validity) {
        return validity.issuedAt() + "/" + validity.expiresAt() + "/" + validity.refreshExpiresAt();
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
