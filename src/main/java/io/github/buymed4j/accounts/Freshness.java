package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Settings;
import java.time.Duration;
import java.time.Instant;

/** How old an access token is. */
enum Freshness {
    FRESH,
    /** Still usable, but due for renewal. */
    STALE,
    EXPIRED;

    private static final int SPREAD = 1 << 16;

    static Freshness of(StoredAccount account, Settings settings, Instant now) {
        if (!now.isBefore(expiresAt(account, settings))) {
            return EXPIRED;
        }
        return now.isBefore(staleAt(account, settings)) ? FRESH : STALE;
    }

    /** The platform's expiry minus the expiry margin or a tenth of the token's lifetime, the shorter of the two. */
    static Instant expiresAt(StoredAccount account, Settings settings) {
        Duration tenth = lifeOf(account).dividedBy(10);
        return account.validity().expiresAt().minus(shorter(settings.get(ConfigKey.ACCOUNTS_EXPIRY_MARGIN), tenth));
    }

    /** When the token becomes due for renewal: the same time on all nodes, but spread over accounts and tokens. */
    static Instant staleAt(StoredAccount account, Settings settings) {
        int share = Math.floorMod((account.sealedTokens().hashCode() * 0x9E3779B9) >>> 8, SPREAD);
        Duration ahead = settings.get(ConfigKey.ACCOUNTS_REFRESH_MARGIN)
                .plus(settings.get(ConfigKey.ACCOUNTS_REFRESH_JITTER)
                        .multipliedBy(share)
                        .dividedBy(SPREAD));
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
