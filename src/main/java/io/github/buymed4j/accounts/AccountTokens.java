package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.time.SingleFlight;
import io.github.buymed4j.rest.AccessTokens;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * The accounts' access tokens for calls, from memory. Once in each check interval one caller reads the store again, to
 * see changes made by other nodes. Thread-safe.
 */
final class AccountTokens implements AccessTokens {

    private static final Logger LOG = System.getLogger(AccountTokens.class.getName());

    private final Renewal renewal;
    private final TokenCache cache;
    private final Duration longestWait;
    private final Time time;
    private final SingleFlight<Look, DecryptedAccount> looks = new SingleFlight<>();

    AccountTokens(Renewal renewal, TokenCache cache, Duration longestWait, Time time) {
        this.renewal = renewal;
        this.cache = cache;
        this.longestWait = longestWait;
        this.time = time;
    }

    @Override
    public Secret current(Account account) {
        TokenCache.Entry known = cache.get(account);
        if (known == null) {
            return look(account, Optional.empty());
        }
        long now = time.nanos();
        if (!known.servesAt(now)) {
            return look(account, known.rejected());
        }
        return known.takesTurn(now) ? lookAgain(account, known.token()) : known.token();
    }

    @Override
    public Optional<Secret> replacementFor(Account account, Secret rejected) {
        cache.reject(account, rejected);
        return Optional.of(look(account, Optional.of(rejected))).filter(token -> !token.equals(rejected));
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
    private Secret lookAgain(Account account, Secret known) {
        long state = cache.state();
        try {
            return looks.leadIfFree(
                            new Look(account, Optional.empty(), state), () -> renewal.usable(account, Optional.empty()))
                    .map(found -> cache.keep(found, state))
                    .orElse(known);
        } catch (TokenStoreException e) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-4018 the token store cannot be read, so that the token in memory is used: "
                            + e.getMessage());
            return known;
        } catch (AuthorizationRequiredException e) {
            cache.forget(account);
            throw e;
        }
    }
}
