package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a usable access token and renews it if needed, with one request even if several nodes try.
 *
 * <p>The node that sets its {@link Hold} in the account's row sends the request, outside any transaction. All other
 * nodes use the token while it is only stale, or wait if it has expired. A hold that is not removed expires. A request
 * with an unknown outcome is not repeated before the hold has expired and the row was read again. A node that has lost
 * its hold to another node does not record its result: the other node may have sent the same refresh token.
 */
final class Renewal {

    /** Number of attempts that are made even after the longest wait has passed. */
    private static final int MOST_LOOKS = 20;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /** The longest time that setting the hold may take; the rest of the lease's margin allows for differing clocks. */
    private static final Duration SLOWEST_HOLD = Duration.ofSeconds(10);

    private final AccountRepository repository;
    private final TokenService iam;
    private final Settings settings;
    private final String connectPage;
    private final Time time;
    private final SeenHolds holds;

    Renewal(AccountRepository repository, TokenService iam, Settings settings, Time time) {
        this.repository = repository;
        this.iam = iam;
        this.settings = settings;
        this.connectPage = settings.get(ConfigKey.ACCOUNTS_CONNECT_PAGE);
        this.time = time;
        this.holds = new SeenHolds(settings.refreshLease());
    }

    /**
     * The account with a usable token. The rejected token is returned only if it was issued within the last minute.
     *
     * @throws AuthorizationRequiredException if the pharmacy has to authorize
     * @throws TokenRenewalException if the token has expired and cannot be renewed now
     * @throws CallInterruptedException if the thread is interrupted while it waits for the token
     */
    DecryptedAccount usable(Account account, Optional<Secret> rejected) {
        long start = time.nanos();
        for (int look = 0; look < MOST_LOOKS || isWaiting(start); look++) {
            DecryptedAccount found = repository.find(account).orElseThrow(() -> authorizationRequired(account));
            Instant now = time.now();
            Optional<DecryptedAccount> outcome = step(found, found.serves(rejected, settings, now), now, start);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterruptedException("The thread was interrupted while a token was renewed");
            }
        }
        throw TokenRenewalException.takesTooLong(account, settings.get(ConfigKey.ACCOUNTS_REFRESH_WAIT));
    }

    private boolean isWaiting(long start) {
        return time.nanos() - start
                < settings.get(ConfigKey.ACCOUNTS_REFRESH_WAIT).toNanos();
    }

    /** Empty if the account has to be read again. */
    private Optional<DecryptedAccount> step(DecryptedAccount found, boolean serves, Instant now, long start) {
        StoredAccount stored = found.stored();
        if (announceWhenDue(stored)) {
            return Optional.empty();
        }
        if (serves && found.isFresh(settings, now)) {
            return Optional.of(found);
        }
        if (!found.isRenewable(now)) {
            return unrenewable(found, serves);
        }
        if (holds.isOn(stored, now, time.nanos())) {
            return serves ? Optional.of(found) : waited(stored, start);
        }
        return held(stored).flatMap(held -> renewed(new DecryptedAccount(held, found.tokens()), serves));
    }

    /** Reports the coming reauthorization if it is due; true if it was due, so that the row has changed. */
    boolean announceWhenDue(StoredAccount stored) {
        AccountStatus status =
                AccountStatus.of(stored, settings.get(ConfigKey.ACCOUNTS_REAUTHORIZE_NOTICE), time.now());
        boolean due = !stored.announced() && status.kind() == AccountStatus.Kind.REAUTHORIZE_SOON;
        if (due) {
            repository.announce(stored);
        }
        return due;
    }

    private Optional<DecryptedAccount> unrenewable(DecryptedAccount found, boolean serves) {
        if (found.stored().isConnected()) {
            repository.requireAuthorization(found.stored(), "the refresh token has run out");
        }
        if (serves) {
            return Optional.of(found);
        }
        throw authorizationRequired(found.stored().account());
    }

    private Optional<DecryptedAccount> waited(StoredAccount stored, long start) {
        Hold hold = stored.hold();
        if (hold.reason() != Hold.Reason.RENEWING) {
            throw new TokenRenewalException(
                    stored.account(), "the last attempt failed; the next one is made after " + hold.until(), null);
        }
        if (!isWaiting(start)) {
            throw TokenRenewalException.takesTooLong(stored.account(), settings.get(ConfigKey.ACCOUNTS_REFRESH_WAIT));
        }
        time.pause(POLL);
        return Optional.empty();
    }

    /** The account with this node's hold; empty if another node was faster or setting the hold took too long. */
    private Optional<StoredAccount> held(StoredAccount stored) {
        long start = time.nanos();
        Optional<StoredAccount> held = repository.hold(
                stored, new Hold(Hold.Reason.RENEWING, time.now().plus(settings.refreshLease())));
        if (held.isPresent() && time.nanos() - start > SLOWEST_HOLD.toNanos()) {
            repository.hold(held.get(), Hold.NONE);
            return Optional.empty();
        }
        return held;
    }

    private Optional<DecryptedAccount> renewed(DecryptedAccount held, boolean serves) {
        Instant sentAt = time.now();
        IssuedTokens issued;
        try {
            issued = iam.refresh(held.tokens().refreshToken().orElseThrow());
        } catch (BuymedException failure) {
            return notRenewed(held, serves, failure);
        }
        return repository.save(held, issued, sentAt);
    }

    private Optional<DecryptedAccount> notRenewed(DecryptedAccount held, boolean serves, BuymedException failure) {
        if (TokenService.isRefusal(failure)) {
            repository.requireAuthorization(held.stored(), "the platform refuses the refresh token");
            return Optional.empty();
        }
        boolean unchanged = repository.fail(held.stored(), holdAfter(failure), failure);
        if (!unchanged) {
            return Optional.empty();
        }
        if (serves) {
            return Optional.of(held);
        }
        throw isTheCallers(failure)
                ? failure
                : new TokenRenewalException(held.stored().account(), String.valueOf(failure.getMessage()), failure);
    }

    /** A request that was not processed may be repeated soon; one that may have been processed only after the lease. */
    private Hold holdAfter(BuymedException failure) {
        if (isTheCallers(failure)) {
            return Hold.NONE;
        }
        Duration pause = TokenService.wasNotProcessed(failure) ? PAUSE_AFTER_FAILURE : settings.refreshLease();
        return new Hold(Hold.Reason.FAILED, time.now().plus(pause));
    }

    /** True if the failure is not related to the account, so that other callers may try at once. */
    private static boolean isTheCallers(BuymedException failure) {
        return failure instanceof CredentialsRejectedException || failure instanceof CallInterruptedException;
    }

    private AuthorizationRequiredException authorizationRequired(Account account) {
        return new AuthorizationRequiredException(account, connectPage);
    }
}
