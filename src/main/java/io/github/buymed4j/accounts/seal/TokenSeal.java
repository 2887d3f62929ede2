package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.seal.TokensUnreadableException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Encrypts an account's tokens and decrypts them. What was put into another account's row is found out. Thread-safe.
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
     * The tokens as text to store; another text each time.
     *
     * @throws io.github.buymed4j.config.ConfigurationException when there is no key
     */
    public String seal(Account account, Tokens tokens) {
        return Jwe.encrypt(keys.get(), account, TokenText.of(tokens));
    }

    /**
     * The tokens that were sealed for the account.
     *
     * @throws TokensUnreadableException when they were not, or no key fits
     */
    public Tokens open(Account account, String sealed) {
        try {
            return TokenText.tokens(Jwe.decrypt(keys.get(), account, sealed));
        } catch (IllegalStateException e) {
            throw new TokensUnreadableException(account, Reason.TAMPERED);
        }
    }
}
