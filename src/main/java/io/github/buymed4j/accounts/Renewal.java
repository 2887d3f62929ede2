package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Refusals;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a token that serves, and renews it where that is needed, with one request however many nodes try.
 *
 * <p>The node that puts its {@link Hold} on the account's row sends the request, outside of any transaction; all others serve
 * the stale token or wait for the expired one. A hold that its node did not take off runs out. A request whose outcome is not
 * known is not repeated before that, nor before the row was read again. What a node learns after its hold has gone to another
 * one marks nothing: the other one may have sent the same refresh token.
 */
final class Renewal {

    /** Bounds the looks that follow a change of the row, not a wait. */
    private static final int MOST_LOOKS = 20;

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /** What putting the hold may take of a lease; the rest of the lease's margin is for clocks that differ. */
    private static final Duration SLOWEST_HOLD = Duration.ofSeconds(10);

    private final AccountRepository repository;
    private final TokenService iam;
    private final Refreshing settings;
    private final String connectPage;
    private final Time time;
    private final SeenHolds holds;

    Renewal(AccountRepository repository, TokenService iam, AccountSettings settings, Time time) {
        this.repository = repository;
        this.iam = iam;
        this.settings = settings.refreshing();
        this.connectPage = settings.connectPage();
        this.time = time;
        this.holds = new SeenHolds(settings.refreshing().lease());
    }

    /**
     * The account with a token that serves; not with the one that the platform has rejected, unless that was issued just now.
     *
     * @throws AuthorizationRequiredException when the pharmacy has to authorize
     * @throws TokenRenewalException when the token has run out and cannot be renewed now
     * @throws CallInterruptedException when the thread is interrupted while the token has to be waited for
     */
    DecryptedAccount usable(Account account, Optional<Secret> rejected) {
        long start = time.nanos();
        for (int look = 0; look < MOST_LOOKS || isWaiting(start); look++) {
            DecryptedAccount found = repository.find(account).orElseThrow(() -> authorizationRequired(account));
            TokenState state = new TokenState(found, settings, time.now());
            Optional<DecryptedAccount> outcome = step(state, state.serves(rejected), start);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterruptedException("The thread was interrupted while a token was renewed");
            }
        }
        throw TokenRenewalException.takesTooLong(account, settings.longestWait());
    }

    private boolean isWaiting(long start) {
        return time.nanos() - start < settings.longestWait().toNanos();
    }

    /** Empty where the account has to be looked at again. */
    private Optional<DecryptedAccount> step(TokenState state, boolean serves, long start) {
        DecryptedAccount found = state.found();
        StoredAccount stored = found.stored();
        if (announceWhenDue(stored)) {
            return Optional.empty();
        }
        if (serves && state.isFresh()) {
            return Optional.of(found);
        }
        if (!state.isRenewable()) {
            return unrenewable(found, serves);
        }
        if (holds.isOn(stored, state.now(), time.nanos())) {
            return serves ? Optional.of(found) : waited(stored, start);
        }
        return held(stored).flatMap(held -> renewed(new DecryptedAccount(held, found.tokens()), serves));
    }

    /** Whether the account was due, and has changed by it. */
    boolean announceWhenDue(StoredAccount stored) {
        boolean due = TokenState.isDue(stored, settings, time.now());
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
            throw TokenRenewalException.takesTooLong(stored.account(), settings.longestWait());
        }
        time.pause(POLL);
        return Optional.empty();
    }

    /** The account with this node's hold; empty where another node was faster, or too little of the hold is left. */
    private Optional<StoredAccount> held(StoredAccount stored) {
        long start = time.nanos();
        Optional<StoredAccount> held = repository.hold(
                stored, new Hold(Hold.Reason.RENEWING, time.now().plus(settings.lease())));
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
        return repository.save(held, new Issued(issued, sentAt));
    }

    private Optional<DecryptedAccount> notRenewed(DecryptedAccount held, boolean serves, BuymedException failure) {
        if (Refusals.isRefusal(failure)) {
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

    /** What was not processed may soon be sent again; what may have been, not before its answer is out of the question. */
    private Hold holdAfter(BuymedException failure) {
        if (isTheCallers(failure)) {
            return Hold.NONE;
        }
        Duration pause = Refusals.wasNotProcessed(failure) ? PAUSE_AFTER_FAILURE : settings.lease();
        return new Hold(Hold.Reason.FAILED, time.now().plus(pause));
    }

    /** Whether it says nothing of the account: other callers may go on at once. */
    private static boolean isTheCallers(BuymedException failure) {
        return failure instanceof CredentialsRejectedException || failure instanceof CallInterruptedException;
    }

    private AuthorizationRequiredException authorizationRequired(Account account) {
        return new AuthorizationRequiredException(account, connectPage);
    }
}
