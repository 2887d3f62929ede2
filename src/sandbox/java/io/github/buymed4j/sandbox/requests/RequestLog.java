package io.github.buymed4j.sandbox.requests;

import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.SecretUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The last requests, in a ring, and how many there were of each outcome since the start. Lock-free. A request is in it
 * before its reply leaves.
 */
public final class RequestLog {
    private final AtomicReferenceArray<Arrival> ring;
    private final AtomicLong lastSeq = new AtomicLong();
    private final Map<String, Arrival> lastUses = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public RequestLog(int capacity) {
        ring = new AtomicReferenceArray<>(capacity);
    }

    public void add(Instant time, Exchange exchange, Reply reply) {
        long seq = lastSeq.incrementAndGet();
        Arrival arrival = Arrival.of(seq, time, exchange, reply);
        ring.accumulateAndGet(slot(seq), arrival, RequestLog::newer);
        if (arrival.app() != null && arrival.secretUse() == SecretUse.ACCEPTED) {
            lastUses.put(arrival.app(), arrival);
        }
        counts.computeIfAbsent(reply.outcome(), outcome -> new LongAdder()).increment();
    }

    /**
     * Those after {@code seq}, oldest first, as far as the ring goes back. Stops before one that is just being written,
     * so that asking again from the last one seen misses none.
     */
    public List<Arrival> since(long seq, int limit) {
        long last = lastSeq.get();
        List<Arrival> arrivals = new ArrayList<>();
        for (long next = Math.max(seq, last - ring.length()) + 1; next <= last && arrivals.size() < limit; next++) {
            Arrival arrival = ring.get(slot(next));
            if (arrival == null || arrival.seq() < next) {
                break;
            }
            if (arrival.seq() == next) {
                arrivals.add(arrival);
            }
        }
        return arrivals;
    }

    /** The last request with the secret of an application. */
    public Optional<Arrival> lastUse(String app) {
        return Optional.ofNullable(lastUses.get(app));
    }

    /** The last ones of an application, newest first, as far as the ring goes back. */
    public List<Arrival> latest(String app, int limit) {
        return latest(arrival -> app.equals(arrival.app()), limit);
    }

    /** The last ones that match, newest first, as far as the ring goes back. */
    public List<Arrival> latest(Predicate<Arrival> which, int limit) {
        long last = lastSeq.get();
        List<Arrival> arrivals = new ArrayList<>();
        for (long next = last; next > Math.max(0, last - ring.length()) && arrivals.size() < limit; next--) {
            Arrival arrival = ring.get(slot(next));
            if (arrival != null && which.test(arrival)) {
                arrivals.add(arrival);
            }
        }
        return arrivals;
    }

    public Map<String, Long> counts() {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((outcome, count) -> sorted.put(outcome, count.sum()));
        return sorted;
    }

    private static Arrival newer(@Nullable Arrival old, Arrival fresh) {
        return old != null && old.seq() > fresh.seq() ? old : fresh;
    }

    private int slot(long seq) {
        return (int) (seq % ring.length());
    }
}
