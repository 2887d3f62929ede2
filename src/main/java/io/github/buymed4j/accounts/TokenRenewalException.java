package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An account's token has expired and is not renewed yet, because the token service cannot be reached, refuses for a
 * reason that is not the account's, or has not answered yet. No call was sent; later calls may succeed. Other accounts
 * are not affected.
 */
public class TokenRenewalException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Account account;

    TokenRenewalException(Account account, String why, @Nullable Throwable cause) {
        super("The token of the account " + account + " has expired and is not renewed yet: " + why, cause);
        this.account = account;
    }

    static TokenRenewalException takesTooLong(Account account, Duration limit) {
        return new TokenRenewalException(account, "a renewal has been in progress for more than " + limit, null);
    }

    /** The account whose token was not renewed. */
    public Account account() {
        return account;
    }
}
