package io.github.buymed4j.accounts.store;

import io.github.buymed4j.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as it is stored. Immutable.
 *
 * @param sealedTokens the tokens as ciphertext, bound to account and validity; different for each pair of tokens
 * @param scopes the scopes that the pharmacy has granted
 * @param customerId the platform's customer id of the pharmacy; null if it is not known
 * @param announced true if it was reported that the pharmacy will have to authorize again
 * @param version changes with each change and never repeats for the same account; 0 before it is stored
 */
public record StoredAccount(
        Account account,
        String sealedTokens,
        List<String> scopes,
        Validity validity,
        @Nullable Long customerId,
        Standing standing,
        Hold hold,
        boolean announced,
        long version) {

    /** The last known state of an account's authorization. */
    public enum Standing {
        /** The refresh token is believed to be valid. */
        CONNECTED,
        /** The platform has refused the refresh token, or it has expired: it is not tried again. */
        AUTHORIZATION_REQUIRED
    }

    /** Copies the list. */
    public StoredAccount {
        scopes = List.copyOf(scopes);
    }

    /** An account that has just been authorized. */
    public static StoredAccount connected(
            Account account, String sealedTokens, List<String> scopes, Validity validity) {
        return new StoredAccount(
                account, sealedTokens, scopes, validity, null, Standing.CONNECTED, Hold.NONE, false, 0);
    }

    /** The same account with other tokens, after a renewal. */
    public StoredAccount renewed(String newTokens, List<String> newScopes, Validity newValidity) {
        boolean stillAnnounced = announced && newValidity.refreshExpiresAt().equals(validity.refreshExpiresAt());
        return new StoredAccount(
                account,
                newTokens,
                newScopes,
                newValidity,
                customerId,
                Standing.CONNECTED,
                Hold.NONE,
                stillAnnounced,
                version);
    }

    /** The same account with the platform's number of its customer; null if it is not known. */
    public StoredAccount ofCustomer(@Nullable Long newId) {
        return new StoredAccount(account, sealedTokens, scopes, validity, newId, standing, hold, announced, version);
    }

    /** The same account with another hold on renewals. */
    public StoredAccount held(Hold newHold) {
        return changed(standing, newHold, announced, version);
    }

    /** The same account after the platform has refused its refresh token. */
    public StoredAccount authorizationRequired() {
        return changed(Standing.AUTHORIZATION_REQUIRED, Hold.NONE, announced, version);
    }

    /** The same account after it was reported that the pharmacy will have to authorize again. */
    public StoredAccount asAnnounced() {
        return changed(standing, hold, true, version);
    }

    /** The same account as a store returns it, with the version that it is stored under. */
    public StoredAccount withVersion(long newVersion) {
        return changed(standing, hold, announced, newVersion);
    }

    private StoredAccount changed(Standing newStanding, Hold newHold, boolean newAnnounced, long newVersion) {
        return new StoredAccount(
                account, sealedTokens, scopes, validity, customerId, newStanding, newHold, newAnnounced, newVersion);
    }

    /** True unless the pharmacy has to authorize again. */
    public boolean isConnected() {
        return standing == Standing.CONNECTED;
    }

    /** True if the tokens are the same; other values may differ. */
    public boolean hasTokensOf(StoredAccount other) {
        return sealedTokens.equals(other.sealedTokens);
    }

    /** True if the other has the same tokens and the same hold, so that no other node has begun to renew them. */
    public boolean isHeldAs(StoredAccount other) {
        return hasTokensOf(other) && hold.equals(other.hold);
    }
}
