package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.iam.Lifetime;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of access tokens in clear text; when it is full, an arbitrary entry is removed. A cached token
 * expires by the monotonic timer, so that adjusting the clock has no effect on it. Thread-safe.
 */
@ApplicationScoped
class TokenCache {

    private final ConcurrentMap<Account, HeldToken> tokens = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final Settings settings;
    private final Time time;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected TokenCache() {
        settings = null;
        time = null;
    }

    @Inject
    TokenCache(BuymedConfig config) {
        this(config.settings(), Time.SYSTEM);
    }

    TokenCache(Settings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    @Nullable
    HeldToken get(Account account) {
        return tokens.get(account);
    }

    /** Changes whenever an account is forgotten, so that a result read before that can be recognized. */
    long state() {
        return forgotten.get();
    }

    /**
     * Caches the token, unless an account was forgotten since the state was read: the token may be outdated then.
     *
     * @param state the {@link #state()} before the store was read
     */
    Secret keep(DecryptedAccount found, long state) {
        Secret token = found.accessToken();
        Account account = found.stored().account();
        HeldToken fresh =
                new HeldToken(token, time.nanos(), lifeOf(found), settings.get(ConfigKey.ACCOUNTS_CHECK_INTERVAL));
        tokens.compute(account, (same, known) -> known != null && known.isRejected(token) ? known : fresh);
        makeRoomFor(account);
        if (forgotten.get() != state) {
            tokens.remove(account, fresh);
        }
        return token;
    }

    /**
     * Marks the token as rejected by the platform: it is no longer returned from memory, and the store is read instead.
     */
    void reject(Account account, Secret token) {
        tokens.compute(
                account,
                (same, known) -> known == null || known.token().equals(token) ? HeldToken.rejected(token) : known);
        makeRoomFor(account);
    }

    /**
     * Removes the token after the account was connected again or disconnected; a read in progress does not cache its
     * result.
     */
    void forget(Account account) {
        forgotten.incrementAndGet();
        tokens.remove(account);
    }

    int size() {
        return tokens.size();
    }

    private Duration lifeOf(DecryptedAccount found) {
        Instant end = Freshness.expiresAt(found.stored(), settings);
        return Lifetime.capped(Duration.between(time.now(), end));
    }

    private void makeRoomFor(Account account) {
        if (tokens.size() > settings.get(ConfigKey.ACCOUNTS_CACHE_SIZE)) {
            tokens.keySet().stream()
                    .filter(other -> !other.equals(account))
                    .findAny()
                    .ifPresent(tokens::remove);
        }
    }
}
