package io.github.buymed4j.rest;

import io.github.buymed4j.config.BuymedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the platform less often: identical requests at the same time share one, and what seldom changes is remembered. Never
 * across accounts. For requests that only read, with replies that are immutable. Thread-safe.
 */
@ApplicationScoped
public class SharedReplies {

    private static final int MOST_REMEMBERED = 200;

    private final Supplier<?> account;
    private final long maxAge;
    private final LongSupplier ticker;
    private final SingleFlight flights = new SingleFlight();
    private final Map<Asked, Reply> remembered = new LinkedHashMap<>();

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected SharedReplies() {
        account = null;
        maxAge = 0;
        ticker = null;
    }

    @Inject
    public SharedReplies(BuymedConfig config) {
        this(BoundAccount::current, config.settings().catalogueMaxAge(), System::nanoTime);
    }

    /** Takes what tells whose token a call of this thread carries, and a ticker that counts nanoseconds. */
    SharedReplies(Supplier<?> account, Duration maxAge, LongSupplier ticker) {
        this.account = account;
        this.maxAge = maxAge.toNanos();
        this.ticker = ticker;
    }

    /**
     * Sends the request, or waits for the reply to an equal one that is on its way for this account.
     *
     * @param name what is asked for, equal for equal requests
     */
    public <T> T shared(Object name, Supplier<T> request) {
        return flights.share(new Sent(asked(name), Caller.current()), request);
    }

    /** As {@link #shared}, and for {@code buymed.catalogue.max-age} thereafter without a request. */
    public <T> T remembered(Object name, Supplier<T> request) {
        Asked asked = asked(name);
        @SuppressWarnings("unchecked") // as for shared
        T known = (T) recall(asked);
        return known == null
                ? flights.share(new Sent(asked, Caller.current()), () -> remember(asked, request.get()))
                : known;
    }

    private synchronized @Nullable Object recall(Asked asked) {
        remembered.values().removeIf(reply -> ticker.getAsLong() - reply.at() >= maxAge);
        Reply reply = remembered.get(asked);
        return reply == null ? null : reply.value();
    }

    private synchronized <T> T remember(Asked asked, T value) {
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(asked, new Reply(value, ticker.getAsLong()));
        }
        return value;
    }

    private Asked asked(Object name) {
        return new Asked(account.get(), name);
    }

    private record Asked(Object account, Object name) {}

    /** A call that waits with batch work, or until another time, must not hold up one that does not. */
    private record Sent(Asked asked, Caller caller) {}

    private record Reply(Object value, long at) {}
}
