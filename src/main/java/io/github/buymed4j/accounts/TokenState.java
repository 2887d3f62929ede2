package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of an account's tokens at one moment. */
record TokenState(DecryptedAccount found, Settings settings, Instant now) {

    private static final Duration JUST_ISSUED = Duration.ofMinutes(1);

    /** True if a call can use the token: it has not expired, and is not the rejected one or was issued just now. */
    boolean serves(Optional<Secret> rejected) {
        Validity validity = found.stored().validity();
        boolean isRejected = rejected.filter(found.accessToken()::equals).isPresent() && !isJustIssued(validity);
        return !isRejected && freshness() != Freshness.EXPIRED;
    }

    /** The absolute difference, because the clock may have been set back. */
    private boolean isJustIssued(Validity validity) {
        return Duration.between(validity.issuedAt(), now).abs().compareTo(JUST_ISSUED) <= 0;
    }

    boolean isFresh() {
        return freshness() == Freshness.FRESH;
    }

    boolean isRenewable() {
        return found.stored().isConnected()
                && found.tokens().refreshToken().isPresent()
                && now.isBefore(found.stored().validity().refreshExpiresAt());
    }

    /** True if it is time to report that the pharmacy will have to authorize again, and this was not reported yet. */
    static boolean isDue(StoredAccount account, Settings settings, Instant now) {
        Instant end = account.validity().refreshExpiresAt();
        return !account.announced()
                && account.isConnected()
                && now.isBefore(end)
                && !now.isBefore(end.minus(settings.get(ConfigKey.ACCOUNTS_REAUTHORIZE_NOTICE)));
    }

    private Freshness freshness() {
        return Freshness.of(found.stored(), settings, now);
    }
}
