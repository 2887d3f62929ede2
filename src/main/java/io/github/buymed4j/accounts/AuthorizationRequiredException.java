package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The pharmacy has to authorize the application before a call can be made for it: it never did, its authorization has
 * expired, or the platform rejects it. No call was sent.
 */
public class AuthorizationRequiredException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Account account;
    private final URI page;

    AuthorizationRequiredException(Account account, String connectPage) {
        this(account, URI.create(connectPage + "?account=" + URLEncoder.encode(account.id(), StandardCharsets.UTF_8)));
    }

    private AuthorizationRequiredException(Account account, URI page) {
        super("The pharmacy must authorize the application: send a user of the account " + account + " to " + page);
        this.account = account;
        this.page = page;
    }

    /** The account whose pharmacy has to authorize again. */
    public Account account() {
        return account;
    }

    /** The page of this application to send the user to: {@code buymed.accounts.connect-page} with the account's id. */
    public URI page() {
        return page;
    }
}
