package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Lifetime;
import io.github.buymed4j.accounts.seal.Tokens;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import java.time.Duration;
import java.time.Instant;

/**
 * Tokens that the platform issued; values missing in its reply are kept from before.
 *
 * @param sentAt when the request was sent; lifetimes are measured from this time, so that none is overestimated
 */
record Issued(IssuedTokens tokens, Instant sentAt) {

    /**
     * Used if the reply has no lifetime: the shortest documented one. A token that lives longer is only renewed early.
     */
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);

    /** Used if the reply has no lifetime: the documented one. */
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    Tokens first() {
        return new Tokens(tokens.accessToken(), tokens.refreshToken());
    }

    /** Keeps the old refresh token if the reply has no new one: it may still be valid. */
    Tokens after(Tokens before) {
        return new Tokens(
                tokens.accessToken(),
                tokens.refreshToken().isPresent() ? tokens.refreshToken() : before.refreshToken());
    }

    Validity firstValidity() {
        Instant end = sentAt.plus(tokens.expiresIn().orElse(ACCESS_LIFE));
        return validity(end, tokens.refreshToken().isPresent() ? sentAt.plus(REFRESH_LIFE) : end);
    }

    /** A token without a lifetime in the reply is assumed to live as long as the one before. */
    Validity validityAfter(StoredAccount before) {
        Validity known = before.validity();
        Instant end = tokens.refreshToken().isPresent()
                ? sentAt.plus(life(known, known.refreshExpiresAt()))
                : known.refreshExpiresAt();
        return validity(sentAt.plus(tokens.expiresIn().orElseGet(() -> life(known, known.expiresAt()))), end);
    }

    private static Duration life(Validity known, Instant end) {
        return Lifetime.capped(Duration.between(known.issuedAt(), end));
    }

    private Validity validity(Instant expiresAt, Instant refreshExpiresAt) {
        return new Validity(
                sentAt, expiresAt, tokens.refreshExpiresIn().map(sentAt::plus).orElse(refreshExpiresAt));
    }
}
