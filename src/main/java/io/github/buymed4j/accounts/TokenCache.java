package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.iam.Lifetime;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in clear text, a bounded number of them; when it is full, any other one makes room. Once a token is kept, its time
 * is counted by the monotonic timer, so that a clock that is set does not matter. Thread-safe.
 */
@ApplicationScoped
class TokenCache {

    private final ConcurrentMap<Account, HeldToken> tokens = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final AccountSettings settings;
    private final Time time;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected TokenCache() {
        settings = null;
        time = null;
    }

    @Inject
    TokenCache(BuymedConfig config) {
        this(config.accounts(), Time.SYSTEM);
    }

    TokenCache(AccountSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    @Nullable
    HeldToken get(Account account) {
        return tokens.get(account);
    }

    /** Tells answers that were asked for before an account was forgotten from later ones. */
    long state() {
        return forgotten.get();
    }

    /**
     * Keeps the token, unless an account was forgotten since the state was read: then the answer may be older than that.
     *
     * @param state the {@link #state()} before the store was asked
     */
    Secret keep(DecryptedAccount found, long state) {
        Secret token = found.accessToken();
        Account account = found.stored().account();
        HeldToken fresh = new HeldToken(token, time.nanos(), lifeOf(found), settings.checkInterval());
        tokens.compute(account, (same, known) -> known != null && known.isRejected(token) ? known : fresh);
        makeRoomFor(account);
        if (forgotten.get() != state) {
            tokens.remove(account, fresh);
        }
        return token;
    }

    /** The platform rejects the token: it is not handed out from memory any more, but looked at in the store. */
    void reject(Account account, Secret token) {
        tokens.compute(
                account,
                (same, known) -> known == null || known.token().equals(token) ? HeldToken.rejected(token) : known);
        makeRoomFor(account);
    }

    /** The account is connected anew, or no more: neither what is in memory counts, nor what is being looked for. */
    void forget(Account account) {
        forgotten.incrementAndGet();
        tokens.remove(account);
    }

    int size() {
        return tokens.size();
    }

    private Duration lifeOf(DecryptedAccount found) {
        Instant end = Freshness.expiresAt(found.stored(), settings.refreshing());
        return Lifetime.capped(Duration.between(time.now(), end));
    }

    private void makeRoomFor(Account account) {
        if (tokens.size() > settings.cacheSize()) {
            tokens.keySet().stream()
                    .filter(other -> !other.equals(account))
                    .findAny()
                    .ifPresent(tokens::remove);
        }
    }
}
