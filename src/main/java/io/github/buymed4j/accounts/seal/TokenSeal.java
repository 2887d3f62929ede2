package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.seal.TokensUnreadableException.Reason;
import io.github.buymed4j.accounts.store.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Encrypts and decrypts an account's tokens, bound to the account and to their validity: a ciphertext in another
 * account's row or with other times is refused. The restoration of a complete older row is not detected. Thread-safe.
 */
@ApplicationScoped
public class TokenSeal {

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
     * The encrypted tokens as text; the text differs each time.
     *
     * @throws io.github.buymed4j.config.ConfigurationException if there is no key
     */
    public String seal(Account account, Validity validity, Tokens tokens) {
        return Jwe.encrypt(keys.get(), account, validity, TokenText.of(tokens));
    }

    /**
     * The tokens that were sealed for the account with the validity.
     *
     * @throws TokensUnreadableException if they were not, or no key fits
     */
    public Tokens open(Account account, Validity validity, String sealed) {
        try {
            return TokenText.tokens(Jwe.decrypt(keys.get(), account, validity, sealed));
        } catch (IllegalStateException e) {
            throw new TokensUnreadableException(account, Reason.TAMPERED);
        }
    }
}
