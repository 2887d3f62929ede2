package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.rest.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/**
 * The accounts' tokens for calls: from memory, where one caller an interval looks at the store again, so that what other nodes
 * have done is seen. Thread-safe.
 */
@ApplicationScoped
class AccountTokens implements AccessTokens {

    private static final Logger LOG = System.getLogger(AccountTokens.class.getName());

    private final Renewal renewal;
    private final AccountSettings settings;
    private final Clock clock;
    private final TokenCache cache;
    private final Flights flights;
    private final long interval;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected AccountTokens() {
        renewal = null;
        settings = null;
        clock = null;
        cache = null;
        flights = null;
        interval = 0;
    }

    @Inject
    AccountTokens(BuymedConfig config, Ledger ledger, TokenService iam) {
        this(
                new Renewal(ledger, iam, config.accounts(), Clock.systemUTC(), Waiting.PARKED),
                config.accounts(),
                Clock.systemUTC());
    }

    AccountTokens(Renewal renewal, AccountSettings settings, Clock clock) {
        this.renewal = renewal;
        this.settings = settings;
        this.clock = clock;
        this.cache = new TokenCache(settings.cacheSize());
        this.flights = new Flights(settings.refreshing().longestWait());
        this.interval = settings.checkInterval().toMillis();
    }

    @Override
    public Secret current(Account account) {
        long now = clock.millis();
        HeldToken held = cache.get(account);
        if (held == null || !held.servesAt(now)) {
            return remember(account, flights.join(account, () -> renewal.usable(account, Optional.empty())));
        }
        return held.takesTurn(now, interval) ? lookAgain(account, held) : held.token();
    }

    @Override
    public Optional<Secret> replacementFor(Account account, Secret rejected) {
        for (int look = 0;
                look < 2;
                look++) { // the first one may be shared with a caller who does not know of the rejection
            Usable found = flights.join(account, () -> renewal.usable(account, Optional.of(rejected)));
            Secret token = remember(account, found);
            if (!token.equals(rejected)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** Says that the pharmacy will have to authorize anew, where it is time to and nobody has said so. */
    void announceWhenDue(StoredAccount account) {
        renewal.announceWhenDue(account);
    }

    /** How many tokens are in memory. */
    int held() {
        return cache.size();
    }

    /** The account is connected anew, or no more: nothing in memory counts. */
    void forget(Account account) {
        cache.remove(account);
    }

    /** A token that serves does not fail a call because the store is away. */
    private Secret lookAgain(Account account, HeldToken held) {
        try {
            return flights.leadIfFree(account, () -> renewal.usable(account, Optional.empty()))
                    .map(found -> remember(account, found))
                    .orElse(held.token());
        } catch (TokenStoreException e) {
            LOG.log(Level.WARNING, "BUYMED-4018 a token from memory serves: " + e.getMessage());
            return held.token();
        } catch (AuthorizationRequiredException e) {
            cache.remove(account);
            throw e;
        }
    }

    private Secret remember(Account account, Usable found) {
        long expiresAt = Phase.expiresAt(found.stored(), settings.refreshing()).toEpochMilli();
        cache.put(account, new HeldToken(found.accessToken(), expiresAt, clock.millis() + interval));
        return found.accessToken();
    }
}
