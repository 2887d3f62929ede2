package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of an authorization. A browser that did not start it (a stranger) gets no details.
 *
 * @param account empty for a stranger
 * @param location the path of this application, from its context root, to redirect the browser to: {@code returnTo},
 *     with a parameter {@code connection} that names the kind unless it is {@link Kind#CONNECTED}; empty for a
 *     stranger, to whom a plain 400 is sent
 * @param missingScopes scopes that were requested but not granted
 */
public record AuthorizationOutcome(
        Kind kind, Optional<Account> account, Optional<String> location, List<String> missingScopes) {

    /** The kinds of results. */
    public enum Kind {
        /** All requested scopes were granted. */
        CONNECTED,
        /** Connected, but not all requested scopes were granted. */
        CONNECTED_WITH_FEWER_SCOPES,
        /**
         * Connected, but to another customer of the platform than before: the user may have chosen the wrong pharmacy.
         * The account stays connected until {@code Accounts.disconnect} is called.
         */
        CONNECTED_ANOTHER_PHARMACY,
        /** The user denied the authorization. */
        DENIED,
        /**
         * The platform's page refused the request, for example because of an unknown scope or an unregistered redirect
         * address.
         */
        REQUEST_REFUSED,
        /** The token service refused the code. */
        CODE_REFUSED,
        /**
         * The code could not be exchanged for a reason other than the code, such as an unreachable token service or
         * store.
         */
        UNAVAILABLE,
        /** The request had neither a code nor an error. */
        INCOMPLETE,
        /** More than ten minutes have passed since the authorization began. */
        EXPIRED,
        /** The state was already used, for example because the page was loaded again. */
        REPLAYED,
        /** The request had no state. Treated like {@link #FORGED}. */
        MISSING,
        /** The state was not issued to this browser. */
        FORGED
    }

    /** Copies the list. */
    public AuthorizationOutcome {
        missingScopes = List.copyOf(missingScopes);
    }

    static AuthorizationOutcome ofStranger(Kind kind) {
        return new AuthorizationOutcome(kind, Optional.empty(), Optional.empty(), List.of());
    }

    static AuthorizationOutcome of(Kind kind, Account account, ReturnPath returnTo, List<String> missingScopes) {
        String location = kind == Kind.CONNECTED
                ? returnTo.value()
                : returnTo.with(
                        "connection=" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new AuthorizationOutcome(kind, Optional.of(account), Optional.of(location), missingScopes);
    }

    /** True if calls can be made for the account now. */
    public boolean isConnected() {
        return kind == Kind.CONNECTED
                || kind == Kind.CONNECTED_WITH_FEWER_SCOPES
                || kind == Kind.CONNECTED_ANOTHER_PHARMACY;
    }
}
