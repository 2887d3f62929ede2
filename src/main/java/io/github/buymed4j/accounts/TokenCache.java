package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of access tokens in clear text; when it is full, an arbitrary entry is removed. A cached token
 * expires by the monotonic timer, so that adjusting the clock has no effect on it. Thread-safe.
 */
final class TokenCache {

    private final ConcurrentMap<Account, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final Settings settings;
    private final Time time;

    TokenCache(Settings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    @Nullable
    Entry get(Account account) {
        return entries.get(account);
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
        long now = time.nanos();
        Duration life = Duration.between(time.now(), found.expiresAt(settings));
        Entry fresh = new Entry(
                token,
                false,
                now + TimeUnit.NANOSECONDS.convert(life),
                now + settings.get(ConfigKey.ACCOUNTS_CHECK_INTERVAL).toNanos());
        entries.compute(
                account, (same, known) -> known != null && known.rejected && known.token.equals(token) ? known : fresh);
        makeRoomFor(account);
        if (forgotten.get() != state) {
            entries.remove(account, fresh);
        }
        return token;
    }

    /**
     * Marks the token as rejected by the platform: it is no longer returned from memory, and the store is read instead.
     * The entry remains, so that the token is recognized if the store returns it again.
     */
    void reject(Account account, Secret token) {
        entries.compute(
                account,
                (same, known) -> known == null || known.token.equals(token) ? new Entry(token, true, 0, 0) : known);
        makeRoomFor(account);
    }

    /**
     * Removes the token after the account was connected again or disconnected; a read in progress does not cache its
     * result.
     */
    void forget(Account account) {
        forgotten.incrementAndGet();
        entries.remove(account);
    }

    int size() {
        return entries.size();
    }

    private void makeRoomFor(Account account) {
        if (entries.size() > settings.get(ConfigKey.ACCOUNTS_CACHE_SIZE)) {
            entries.keySet().stream()
                    .filter(other -> !other.equals(account))
                    .findAny()
                    .ifPresent(entries::remove);
        }
    }

    /** A cached token; its times are those of the monotonic timer. */
    final class Entry {

        private final Secret token;
        private final boolean rejected;
        private final long end;
        private final AtomicLong nextLook;

        private Entry(Secret token, boolean rejected, long end, long nextLook) {
            this.token = token;
            this.rejected = rejected;
            this.end = end;
            this.nextLook = new AtomicLong(nextLook);
        }

        Secret token() {
            return token;
        }

        /** The token if the platform has rejected it, otherwise empty. */
        Optional<Secret> rejected() {
            return Optional.of(token).filter(same -> rejected);
        }

        boolean servesAt(long now) {
            return !rejected && now - end < 0;
        }

        /** True if this caller has to read the store again: one caller in each check interval. */
        boolean takesTurn(long now) {
            long due = nextLook.get();
            return now - due >= 0
                    && nextLook.compareAndSet(
                            due,
                            now
                                    + settings.get(ConfigKey.ACCOUNTS_CHECK_INTERVAL)
                                            .toNanos());
        }
    }
}
