package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored account with its tokens in clear text. The access token is fresh, then stale (usable, but due for renewal),
 * then expired.
 */
record DecryptedAccount(StoredAccount stored, Tokens tokens) {

    private static final Duration JUST_ISSUED = Duration.ofMinutes(1);
    private static final int SPREAD = 1 << 16;

    Secret accessToken() {
        return tokens.accessToken();
    }

    /** True if a call can use the token: it has not expired, and is not the rejected one or was issued just now. */
    boolean serves(Optional<Secret> rejected, Settings settings, Instant now) {
        boolean isRejected = rejected.filter(accessToken()::equals).isPresent() && !isJustIssued(now);
        return !isRejected && now.isBefore(expiresAt(settings));
    }

    /** The absolute difference, because the clock may have been set back. */
    private boolean isJustIssued(Instant now) {
        return Duration.between(validity().issuedAt(), now).abs().compareTo(JUST_ISSUED) <= 0;
    }

    boolean isFresh(Settings settings, Instant now) {
        return now.isBefore(expiresAt(settings)) && now.isBefore(staleAt(settings));
    }

    boolean isRenewable(Instant now) {
        return stored.isConnected()
                && tokens.refreshToken().isPresent()
                && now.isBefore(validity().refreshExpiresAt());
    }

    /** The platform's expiry minus the expiry margin or a tenth of the token's lifetime, the shorter of the two. */
    Instant expiresAt(Settings settings) {
        return validity()
                .expiresAt()
                .minus(shorter(settings.get(ConfigKey.ACCOUNTS_EXPIRY_MARGIN), life().dividedBy(10)));
    }

    /** When the token becomes due for renewal: the same time on all nodes, but spread over accounts and tokens. */
    private Instant staleAt(Settings settings) {
        int share = Math.floorMod((stored.sealedTokens().hashCode() * 0x9E3779B9) >>> 8, SPREAD);
        Duration ahead = settings.get(ConfigKey.ACCOUNTS_REFRESH_MARGIN)
                .plus(settings.get(ConfigKey.ACCOUNTS_REFRESH_JITTER)
                        .multipliedBy(share)
                        .dividedBy(SPREAD));
        return validity().expiresAt().minus(shorter(ahead, life().dividedBy(2)));
    }

    private Duration life() {
        Duration life = Duration.between(validity().issuedAt(), validity().expiresAt());
        return life.isNegative() ? Duration.ZERO : life;
    }

    private Validity validity() {
        return stored.validity();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
