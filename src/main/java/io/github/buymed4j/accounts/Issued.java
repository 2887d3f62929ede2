package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Lifetime;
import io.github.buymed4j.accounts.seal.Tokens;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of tokens that the platform has given; what it does not say stays as it was.
 *
 * @param sentAt when the request was sent: the lives that the platform gives are measured from there, so that none is
 *     thought longer than it is
 */
record Issued(IssuedTokens tokens, Instant sentAt) {

    /** The shortest that the platform documents, where it does not say: a token that lives longer is only renewed early. */
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);

    /** What the platform documents, where it does not say. */
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    Tokens first() {
        return new Tokens(tokens.accessToken(), tokens.refreshToken());
    }

    /** Where no new refresh token comes, the old one may live on; whether it does, only its use will tell. */
    Tokens after(Tokens before) {
        return new Tokens(
                tokens.accessToken(),
                tokens.refreshToken().isPresent() ? tokens.refreshToken() : before.refreshToken());
    }

    Validity firstValidity() {
        Instant end = sentAt.plus(tokens.expiresIn().orElse(ACCESS_LIFE));
        return validity(end, tokens.refreshToken().isPresent() ? sentAt.plus(REFRESH_LIFE) : end);
    }

    /** A token of unknown life is taken to live as long as the one before. */
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
