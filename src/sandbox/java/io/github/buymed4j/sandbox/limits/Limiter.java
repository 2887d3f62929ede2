package io.github.buymed4j.sandbox.limits;

import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.HttpDate;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Admits requests under the limits now in force. Setting limits forgets what was counted so far. A request that is
 * refused is not counted. Thread-safe; only requests of one address or one account ever wait for each other.
 */
public final class Limiter {
    private final Clock clock;
    private volatile Books books = new Books(Limits.DOCUMENTED);

    public Limiter(Clock clock) {
        this.clock = clock;
    }

    public void set(Limits limits) {
        books = new Books(limits);
    }

    public Limits limits() {
        return books.limits;
    }

    public void admitAddress(String address, String endpoint) {
        Books current = books;
        admit(current, current.limits.perAddress(), current.addresses, current.key(address, endpoint));
    }

    public void admitAccount(String account, String endpoint) {
        Books current = books;
        admit(current, current.limits.perAccount(), current.accounts, current.key(account, endpoint));
    }

    private void admit(Books current, Limit limit, Map<String, Counter> counters, String key) {
        if (limit.isOff()) {
            return;
        }
        Counter counter = counters.get(key);
        if (counter == null) {
            counter = counters.computeIfAbsent(
                    key, unused -> current.limits.counting().counter(limit));
        }
        long freeAt;
        synchronized (counter) {
            freeAt = counter.take(clock.millis());
        }
        if (freeAt != 0) {
            throw Refusal.of(Envelope.error(
                            429, "TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED", "Quá nhiều yêu cầu, vui lòng thử lại sau")
                    .with("Retry-After", HttpDate.notBefore(freeAt)));
        }
    }

    private static final class Books {
        final Limits limits;
        final Map<String, Counter> addresses = new ConcurrentHashMap<>();
        final Map<String, Counter> accounts = new ConcurrentHashMap<>();

        Books(Limits limits) {
            this.limits = limits;
        }

        String key(String caller, String endpoint) {
            return limits.perEndpoint() ? caller + " " + endpoint : caller;
        }
    }
}
