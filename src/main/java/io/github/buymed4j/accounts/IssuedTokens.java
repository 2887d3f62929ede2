package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokens in a reply of the platform. The refresh token, the lifetimes and the scopes may be missing; the values
 * known before then remain valid. Lifetimes are counted from the time when the request was sent, so that none is
 * overestimated.
 *
 * @param expiresIn from one second to {@link #LONGEST_LIFE}; empty if missing or not a number of at least one
 * @param refreshExpiresIn the same for the refresh token
 * @param scopes empty if missing; invalid scopes are left out
 */
record IssuedTokens(
        Tokens tokens, Optional<Duration> expiresIn, Optional<Duration> refreshExpiresIn, List<String> scopes) {

    /** Upper limit of a lifetime, whatever the platform says: ten years. */
    static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    /** Used if the first reply has no lifetime: the shortest documented one. A longer life is only renewed early. */
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);

    /** Used if the first reply has no lifetime: the documented one. */
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    /** This limit and the next one keep the scopes within the size of the store's column. */
    private static final Pattern SCOPE = Pattern.compile("[!-~]{1,60}");

    private static final int MOST_SCOPES = 30;

    IssuedTokens {
        scopes = scopes.stream()
                .filter(scope -> SCOPE.matcher(scope).matches())
                .distinct()
                .limit(MOST_SCOPES)
                .toList();
    }

    List<String> scopesOr(List<String> known) {
        return scopes.isEmpty() ? known : scopes;
    }

    /** The validity of an account's first tokens. */
    Validity firstValidity(Instant sentAt) {
        Instant end = sentAt.plus(expiresIn.orElse(ACCESS_LIFE));
        return validity(sentAt, end, hasRefreshToken() ? sentAt.plus(REFRESH_LIFE) : end);
    }

    /** The validity after a renewal. A token without a lifetime is assumed to live as long as the one before. */
    Validity validityAfter(Validity before, Instant sentAt) {
        Duration life = expiresIn.orElseGet(() -> life(before, before.expiresAt()));
        Instant refreshEnd =
                hasRefreshToken() ? sentAt.plus(life(before, before.refreshExpiresAt())) : before.refreshExpiresAt();
        return validity(sentAt, sentAt.plus(life), refreshEnd);
    }

    private boolean hasRefreshToken() {
        return tokens.refreshToken().isPresent();
    }

    private static Duration life(Validity known, Instant end) {
        Duration life = Duration.between(known.issuedAt(), end);
        return life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }

    private Validity validity(Instant sentAt, Instant end, Instant refreshEnd) {
        return new Validity(sentAt, end, refreshExpiresIn.map(sentAt::plus).orElse(refreshEnd));
    }
}
