package io.github.buymed4j.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down password guessing: after five failures in a row an address must wait two seconds, twice as long after each
 * further failure, at most a minute. IPv6 addresses whose first 64 bits are the same count as one: a host can choose the
 * others. Remembers at most 1,000 addresses; never blocks. Thread-safe.
 */
@ApplicationScoped
class LoginAttempts {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int ADDRESSES_KEPT = 1_000;
    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    LoginAttempts() {
        this(Clock.systemUTC());
    }

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * How long the address must wait before it may try; zero if it may try now. That attempt counts as a failure until
     * {@link #succeeded} resets the count, so that guesses sent in parallel count too.
     */
    synchronized Duration admit(String address) {
        String host = host(address);
        Instant now = clock.instant();
        Tries before = tries.getOrDefault(host, Tries.NONE);
        if (now.isBefore(before.waitUntil())) {
            return Duration.between(now, before.waitUntil());
        }
        int count = before.count() + 1;
        tries.put(host, new Tries(count, now.plus(waitAfter(count))));
        if (tries.size() > ADDRESSES_KEPT) {
            tries.remove(tries.keySet().iterator().next());
        }
        return Duration.ZERO;
    }

    synchronized void succeeded(String address) {
        tries.remove(host(address));
    }

    private static String host(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address); // asks no DNS for a text with a colon
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_TRIES, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private record Tries(int count, Instant waitUntil) {

        static final Tries NONE = new Tries(0, Instant.MIN);
    }
}
