package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.config.Settings;
import io.github.buymed4j.rest.AccessTokens;
import io.github.buymed4j.time.SingleFlight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * The accounts' access tokens for calls, from memory. Once in each check interval one caller reads the store again, to
 * see changes made by other nodes. Thread-safe.
 */
@ApplicationScoped
class AccountTokens implements AccessTokens {

    private static final Logger LOG = System.getLogger(AccountTokens.class.getName());

    private final Renewal renewal;
    private final TokenCache cache;
    private final SingleFlight<Look, DecryptedAccount> looks = new SingleFlight<>();
    private final Duration longestWait;
    private final Time time;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected AccountTokens() {
        renewal = null;
        cache = null;
        longestWait = Duration.ZERO;
        time = null;
    }

    @Inject
    AccountTokens(BuymedConfig config, AccountRepository repository, TokenService iam, TokenCache cache) {
        this(new Renewal(repository, iam, config.settings(), Time.SYSTEM), cache, config.settings(), Time.SYSTEM);
    }

    AccountTokens(Renewal renewal, TokenCache cache, Settings settings, Time time) {
        this.renewal = renewal;
        this.cache = cache;
        this.longestWait = settings.get(ConfigKey.ACCOUNTS_REFRESH_WAIT);
        this.time = time;
    }

    @Override
    public Secret current(Account account) {
        HeldToken held = cache.get(account);
        if (held == null) {
            return look(account, Optional.empty());
        }
        long now = time.nanos();
        if (!held.servesAt(now)) {
            return look(account, held.rejected());
        }
        return held.takesTurn(now) ? lookAgain(account, held) : held.token();
    }

    @Override
    public Optional<Secret> replacementFor(Account account, Secret rejected) {
        cache.reject(account, rejected);
        return Optional.of(look(account, Optional.of(rejected))).filter(token -> !token.equals(rejected));
    }

    /** Reports that the pharmacy will have to authorize again, if this is due and was not reported yet. */
    void announceWhenDue(StoredAccount account) {
        renewal.announceWhenDue(account);
    }

    /** Key of a shared look-up: concurrent callers with an equal key share one read of the store. */
    private record Look(Account account, Optional<Secret> rejected, long state) {}

    private Secret look(Account account, Optional<Secret> rejected) {
        long state = cache.state();
        DecryptedAccount found = looks.share(
                        new Look(account, rejected, state),
                        longestWait.toNanos(),
                        () -> renewal.usable(account, rejected))
                .orElseThrow(() -> TokenRenewalException.takesTooLong(account, longestWait));
        return cache.keep(found, state);
    }

    /** Reads the store again; if the store is not reachable, the call continues with the token in memory. */
    private Secret lookAgain(Account account, HeldToken held) {
        long state = cache.state();
        try {
            return looks.leadIfFree(
                            new Look(account, Optional.empty(), state), () -> renewal.usable(account, Optional.empty()))
                    .map(found -> cache.keep(found, state))
                    .orElse(held.token());
        } catch (TokenStoreException e) {
            LOG.log(Level.WARNING, "BUYMED-4018 a token from memory serves: " + e.getMessage());
            return held.token();
        } catch (AuthorizationRequiredException e) {
            cache.forget(account);
            throw e;
        }
    }
}
