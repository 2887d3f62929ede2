package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import java.time.Duration;
import java.time.Instant;

/** How old an access token is. */
enum Freshness {
    FRESH,
    /** It serves, and is to be renewed. */
    STALE,
    EXPIRED;

    private static final int SPREAD = 1 << 16;

    static Freshness of(StoredAccount account, Refreshing settings, Instant now) {
        if (!now.isBefore(expiresAt(account, settings))) {
            return EXPIRED;
        }
        return now.isBefore(staleAt(account, settings)) ? FRESH : STALE;
    }

    /** Earlier than the platform's time by the margin, or by a tenth of a short life. */
    static Instant expiresAt(StoredAccount account, Refreshing settings) {
        Duration tenth = lifeOf(account).dividedBy(10);
        return account.validity().expiresAt().minus(shorter(settings.expiryMargin(), tenth));
    }

    /** The same on all nodes, and another one for each account and token. */
    static Instant staleAt(StoredAccount account, Refreshing settings) {
        int share = Math.floorMod((account.sealedTokens().hashCode() * 0x9E3779B9) >>> 8, SPREAD);
        Duration ahead =
                settings.margin().plus(settings.jitter().multipliedBy(share).dividedBy(SPREAD));
        return account.validity()
                .expiresAt()
                .minus(shorter(ahead, lifeOf(account).dividedBy(2)));
    }

    private static Duration lifeOf(StoredAccount account) {
        Duration life = Duration.between(
                account.validity().issuedAt(), account.validity().expiresAt());
        return life.isNegative() ? Duration.ZERO : life;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
