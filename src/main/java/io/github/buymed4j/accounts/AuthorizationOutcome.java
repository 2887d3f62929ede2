package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of an authorization. Only the browser that began it learns more than that it did not succeed.
 *
 * @param account empty for a stranger
 * @param location the path of this application, from its context root, to send the browser to: {@code returnTo}, with a
 *     parameter {@code connection} that names the kind where it is not {@link Kind#CONNECTED}; empty for a stranger, who gets
 *     a plain 400
 * @param missingScopes what was asked for and not granted
 */
public record AuthorizationOutcome(
        Kind kind, Optional<Account> account, Optional<String> location, List<String> missingScopes) {

    /** What happened. */
    public enum Kind {
        CONNECTED,
        /** Connected; the pharmacy has not granted all that was asked for. */
        CONNECTED_WITH_FEWER_SCOPES,
        /**
         * Connected, but the account stands for another customer of the platform than before: the user may have chosen the
         * wrong pharmacy. It stays connected; {@code Accounts.disconnect} ends that.
         */
        CONNECTED_ANOTHER_PHARMACY,
        /** The user said no. */
        DENIED,
        /** The platform's page refused the request: an unknown scope, another redirect address than the registered one. */
        REQUEST_REFUSED,
        /** The token service refused the code. */
        CODE_REFUSED,
        /** The token service or the store could not be reached; nothing is wrong with the request. */
        UNAVAILABLE,
        /** The browser brought neither a code nor an error. */
        INCOMPLETE,
        /** It took the user more than ten minutes. */
        EXPIRED,
        /** The same state came before: the page was loaded again. */
        REPLAYED,
        /** No state came. For a stranger the same as {@link #FORGED}. */
        MISSING,
        /** The state is not one that this browser was given. */
        FORGED
    }

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

    public boolean isConnected() {
        return kind == Kind.CONNECTED
                || kind == Kind.CONNECTED_WITH_FEWER_SCOPES
                || kind == Kind.CONNECTED_ANOTHER_PHARMACY;
    }
}
