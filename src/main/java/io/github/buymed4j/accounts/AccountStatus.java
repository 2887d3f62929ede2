package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands.
 *
 * @param customerId the number of the pharmacy, as its profile had it when it was connected; null where it granted no
 *     {@code pharmacy:profile:read}, or the platform did not answer
 * @param scopes what the pharmacy has granted
 * @param tokenUntil when the access token ends that calls carry now
 * @param authorizedUntil when the pharmacy has to authorize anew, as far as the platform has said
 */
public record AccountStatus(
        Account account,
        Kind kind,
        @Nullable Long customerId,
        List<String> scopes,
        Instant tokenUntil,
        Instant authorizedUntil) {

    /** In a word. */
    public enum Kind {
        CONNECTED,
        /** Connected, and within {@code buymed.accounts.reauthorize-notice} of the end. */
        REAUTHORIZE_SOON,
        /** No call is possible, or soon none will be: the pharmacy has to authorize anew. */
        AUTHORIZATION_REQUIRED
    }

    public AccountStatus {
        scopes = List.copyOf(scopes);
    }

    static AccountStatus of(StoredAccount stored, Duration notice, Instant now) {
        Instant end = stored.validity().refreshExpiresAt();
        Kind connected = now.isBefore(end.minus(notice)) ? Kind.CONNECTED : Kind.REAUTHORIZE_SOON;
        return new AccountStatus(
                stored.account(),
                stored.isConnected() && now.isBefore(end) ? connected : Kind.AUTHORIZATION_REQUIRED,
                stored.customerId(),
                stored.scopes(),
                stored.validity().expiresAt(),
                end);
    }
}
