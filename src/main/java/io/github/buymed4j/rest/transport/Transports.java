package io.github.buymed4j.rest.transport;

import io.github.buymed4j.config.Origin;
import io.github.buymed4j.config.TransportSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transports of this application, one for each host and its settings, however many REST clients are built: a client of a
 * short scope opens no connections of its own. Thread-safe.
 */
public final class Transports {

    private static final Map<Key, HttpTransport> OPEN = new ConcurrentHashMap<>();

    private Transports() {}

    public static HttpTransport to(Origin host, TransportSettings settings) {
        return OPEN.computeIfAbsent(new Key(host, settings), key -> new HttpTransport(host, settings));
    }

    /** Closes all of them when the application stops; requests that are under way fail. */
    public static void close() {
        OPEN.values().forEach(HttpTransport::close);
        OPEN.clear();
    }

    private record Key(Origin host, TransportSettings settings) {}
}
