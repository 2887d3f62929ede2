package io.github.buymed4j.rest;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.time.SingleFlight;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Saves requests: equal concurrent requests share one reply, and replies that rarely change are cached. Never across
 * accounts. For read-only requests with immutable replies. Thread-safe.
 */
public final class SharedReplies {

    private static final Duration LONGEST_SHARE = Duration.ofMinutes(1);
    private static final int MOST_ACCOUNTS = 200;
    private static final int MOST_OF_AN_ACCOUNT = 8;

    private final Supplier<?> account;
    private final long maxAge;
    private final LongSupplier ticker;
    private final ApplicationClasses classes;
    private final SingleFlight<Sent, Object> flights = new SingleFlight<>();
    private final Map<Object, Map<Object, Reply>> remembered = new Recent<>(MOST_ACCOUNTS);

    SharedReplies(BuymedConfig config, ApplicationClasses classes) {
        this(
                () -> CallScope.current().audience(),
                config.settings().get(ConfigKey.CATALOGUE_MAX_AGE),
                System::nanoTime,
                classes);
    }

    /** Takes a supplier of the key of the account that this thread's calls use, and a nanosecond ticker. */
    SharedReplies(Supplier<?> account, Duration maxAge, LongSupplier ticker, ApplicationClasses classes) {
        this.account = account;
        this.classes = classes;
        this.maxAge = maxAge.toNanos();
        this.ticker = ticker;
    }

    /**
     * Sends the request, or waits for the reply to an equal one that is in progress for this account. If that takes
     * longer than this call may wait, the request is sent, so that the call ends by its own limits.
     *
     * @param name identifies the request; equal for equal requests
     */
    public <T> T shared(Object name, Supplier<T> request) {
        return shared(account.get(), name, () -> classes.during(request));
    }

    /** As {@link #shared}; the reply is then cached for {@code buymed.catalogue.max-age}. */
    public <T> T remembered(Object name, Supplier<T> request) {
        Object whose = account.get();
        @SuppressWarnings("unchecked") // as for shared
        T known = (T) recall(whose, name);
        return known == null ? shared(whose, name, () -> remember(whose, name, classes.during(request))) : known;
    }

    @SuppressWarnings("unchecked") // equal names are of requests with the same type of reply
    private <T> T shared(Object whose, Object name, Supplier<T> request) {
        CallScope scope = CallScope.current();
        long now = System.nanoTime();
        long patience = scope.deadlineOr(now, LONGEST_SHARE) - now;
        return (T) flights.share(new Sent(whose, name, scope), patience, request::get)
                .orElseGet(request);
    }

    private synchronized @Nullable Object recall(Object whose, Object name) {
        Map<Object, Reply> replies = remembered.get(whose);
        Reply reply = replies == null ? null : replies.get(name);
        return reply == null || ticker.getAsLong() - reply.at() >= maxAge ? null : reply.value();
    }

    private synchronized <T> T remember(Object whose, Object name, T value) {
        remembered
                .computeIfAbsent(whose, account -> new Recent<>(MOST_OF_AN_ACCOUNT))
                .put(name, new Reply(value, ticker.getAsLong()));
        return value;
    }

    /** Contains the scope, so that a call does not wait for one with another priority or deadline. */
    private record Sent(Object whose, Object name, CallScope scope) {}

    private record Reply(Object value, long at) {}

    /** An LRU map: when it is full, the least recently used entry is removed. */
    private static final class Recent<V> extends LinkedHashMap<Object, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
            return size() > most;
        }
    }
}
