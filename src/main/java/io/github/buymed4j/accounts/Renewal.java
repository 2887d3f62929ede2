package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Refusals;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsRejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a token that serves, and renews it where that is needed, with one request however many nodes try.
 *
 * <p>The node that puts its {@link Hold} on the account's row sends the request, outside of any transaction; all others serve
 * the stale token or wait for the expired one. A hold that its node did not take off runs out. A request whose outcome is not
 * known is not repeated before that, nor before the row was read again.
 */
final class Renewal {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final TokenService iam;
    private final Refreshing settings;
    private final String connectPage;
    private final Clock clock;
    private final Waiting waiting;

    Renewal(Ledger ledger, TokenService iam, AccountSettings settings, Clock clock, Waiting waiting) {
        this.ledger = ledger;
        this.iam = iam;
        this.settings = settings.refreshing();
        this.connectPage = settings.connectPage();
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * The account with a token that serves; not with the one that the platform has rejected, unless that was issued just now.
     *
     * @throws AuthorizationRequiredException when the pharmacy has to authorize
     * @throws TokenRenewalException when the token has run out and cannot be renewed now
     */
    Usable usable(Account account, Optional<Secret> rejected) {
        Instant deadline = clock.instant().plus(settings.longestWait());
        Optional<Usable> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            Usable found = ledger.find(account).orElseThrow(() -> authorizationRequired(account));
            Condition condition = new Condition(found, settings, clock.instant());
            outcome = step(condition, condition.serves(rejected), deadline);
        }
        return outcome.get();
    }

    /** Empty where the account has to be looked at again. */
    private Optional<Usable> step(Condition condition, boolean serves, Instant deadline) {
        Usable found = condition.found();
        StoredAccount stored = found.stored();
        if (announceWhenDue(stored)) {
            return Optional.empty();
        }
        if (serves && condition.isFresh()) {
            return Optional.of(found);
        }
        if (!condition.isRenewable()) {
            return unrenewable(found, serves);
        }
        Instant now = condition.now();
        if (stored.hold().isOn(now)) {
            return serves ? Optional.of(found) : waited(stored, deadline);
        }
        Hold hold = new Hold(Hold.Reason.RENEWING, now.plus(settings.lease()));
        return ledger.hold(stored, hold).flatMap(held -> renewed(new Usable(held, found.tokens()), serves));
    }

    /** Whether the account was due, and has changed by it. */
    boolean announceWhenDue(StoredAccount stored) {
        boolean due = Condition.isDue(stored, settings, clock.instant());
        if (due) {
            ledger.announce(stored);
        }
        return due;
    }

    private Optional<Usable> unrenewable(Usable found, boolean serves) {
        if (found.stored().isConnected()) {
            ledger.requireAuthorization(found.stored(), "the refresh token has run out");
        }
        if (serves) {
            return Optional.of(found);
        }
        throw authorizationRequired(found.stored().account());
    }

    private Optional<Usable> waited(StoredAccount stored, Instant deadline) {
        Hold hold = stored.hold();
        if (hold.reason() != Hold.Reason.RENEWING) {
            throw new TokenRenewalException(
                    stored.account(), "the last attempt failed; the next one is made after " + hold.until(), null);
        }
        if (!clock.instant().isBefore(deadline)) {
            throw new TokenRenewalException(
                    stored.account(), "another call is at it since more than " + settings.longestWait(), null);
        }
        waiting.pause(POLL);
        return Optional.empty();
    }

    private Optional<Usable> renewed(Usable held, boolean serves) {
        Instant sentAt = clock.instant();
        IssuedTokens issued;
        try {
            issued = iam.refresh(held.tokens().refreshToken().orElseThrow());
        } catch (BuymedException failure) {
            return notRenewed(held, serves, failure);
        }
        return ledger.save(held, new Issued(issued, sentAt));
    }

    private Optional<Usable> notRenewed(Usable held, boolean serves, BuymedException failure) {
        if (Refusals.isRefusal(failure)) {
            ledger.requireAuthorization(held.stored(), "the platform refuses the refresh token");
            return Optional.empty();
        }
        boolean unchanged = ledger.fail(held.stored(), holdAfter(failure), failure);
        if (!unchanged) {
            return Optional.empty();
        }
        if (serves) {
            return Optional.of(held);
        }
        throw failure instanceof CredentialsRejectedException
                ? failure
                : new TokenRenewalException(held.stored().account(), String.valueOf(failure.getMessage()), failure);
    }

    /** What was not processed may soon be sent again; what may have been, not before its answer is out of the question. */
    private Hold holdAfter(BuymedException failure) {
        if (failure instanceof CredentialsRejectedException) {
            return Hold.NONE;
        }
        Duration pause = Refusals.wasNotProcessed(failure) ? PAUSE_AFTER_FAILURE : settings.lease();
        return new Hold(Hold.Reason.FAILED, clock.instant().plus(pause));
    }

    private AuthorizationRequiredException authorizationRequired(Account account) {
        return new AuthorizationRequiredException(account, connectPage);
    }
}
