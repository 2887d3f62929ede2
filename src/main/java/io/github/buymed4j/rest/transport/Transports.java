package io.github.buymed4j.rest.transport;

import io.github.buymed4j.config.Origin;
import io.github.buymed4j.config.TransportSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transports of this application: one for each host and its settings, shared by all REST clients, so that
 * short-lived clients do not open their own connections. Thread-safe.
 */
public final class Transports {

    private static final Map<Key, HttpTransport> OPEN = new ConcurrentHashMap<>();

    private Transports() {}

    public static HttpTransport to(Origin host, TransportSettings settings) {
        return OPEN.computeIfAbsent(new Key(host, settings), key -> new HttpTransport(host, settings));
    }

    /** Closes all transports when the application stops; requests in progress fail. */
    public static void close() {
        OPEN.values().forEach(HttpTransport::close);
        OPEN.clear();
    }

    private record Key(Origin host, TransportSettings settings) {}
}
