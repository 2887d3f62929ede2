package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an account, as it was found, is good for at one moment. */
record TokenState(DecryptedAccount found, Refreshing settings, Instant now) {

    private static final Duration JUST_ISSUED = Duration.ofMinutes(1);

    /** Whether a call can carry the token: not one that has run out, nor the rejected one, unless it was issued just now. */
    boolean serves(Optional<Secret> rejected) {
        Validity validity = found.stored().validity();
        boolean isRejected = rejected.filter(found.accessToken()::equals).isPresent() && !isJustIssued(validity);
        return !isRejected && freshness() != Freshness.EXPIRED;
    }

    /** By either sign, since a clock may be set back. */
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

    /** Whether it is to be announced that the pharmacy will have to authorize anew. */
    static boolean isDue(StoredAccount account, Refreshing settings, Instant now) {
        Instant end = account.validity().refreshExpiresAt();
        return !account.announced()
                && account.isConnected()
                && now.isBefore(end)
                && !now.isBefore(end.minus(settings.reauthorizeNotice()));
    }

    private Freshness freshness() {
        return Freshness.of(found.stored(), settings, now);
    }
}
