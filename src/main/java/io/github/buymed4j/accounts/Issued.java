package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.iam.IssuedTokens;
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
        return validity(sentAt.plus(tokens.refreshToken().isPresent() ? REFRESH_LIFE : tokens.expiresIn()));
    }

    /** A new refresh token of unknown life is taken to live as long as the one before. */
    Validity validityAfter(StoredAccount before) {
        Instant end = before.validity().refreshExpiresAt();
        Duration life = Duration.between(before.validity().issuedAt(), end);
        return validity(tokens.refreshToken().isPresent() ? sentAt.plus(life) : end);
    }

    private Validity validity(Instant refreshExpiresAt) {
        return new Validity(
                sentAt,
                sentAt.plus(tokens.expiresIn()),
                tokens.refreshExpiresIn().map(sentAt::plus).orElse(refreshExpiresAt));
    }
}
