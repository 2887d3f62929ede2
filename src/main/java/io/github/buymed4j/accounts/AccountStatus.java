package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account's authorization.
 *
 * @param customerId the customer id in the pharmacy's profile when it was connected; null if it did not grant
 *     {@code pharmacy:profile:read} or the platform did not answer
 * @param scopes the scopes that the pharmacy has granted
 * @param tokenUntil when the current access token expires
 * @param authorizedUntil when the pharmacy has to authorize again, as far as the platform has said
 */
public record AccountStatus(
        Account account,
        Kind kind,
        @Nullable Long customerId,
        List<String> scopes,
        Instant tokenUntil,
        Instant authorizedUntil) {

    /** Summary of the state. */
    public enum Kind {
        /** Calls can be made; tokens are renewed as needed. */
        CONNECTED,
        /** Connected, but the authorization ends within {@code buymed.accounts.reauthorize-notice}. */
        REAUTHORIZE_SOON,
        /** The pharmacy has to authorize again; calls are possible only until the current access token expires. */
        AUTHORIZATION_REQUIRED
    }

    /** Copies the list. */
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
