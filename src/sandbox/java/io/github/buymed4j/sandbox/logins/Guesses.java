package io.github.buymed4j.sandbox.logins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down guessing. After five wrong passwords for a user from one address, the next one from there has to wait for a second,
 * then for two, four and so on, up to five minutes; so has each one from an address after 20 wrong ones, whoever the users are.
 * After 50 wrong ones for a user from all addresses together, each address has one try in five minutes for that user: the owner,
 * at an address of their own, never waits longer than that. Wrong ones are forgotten after an hour without another. Thread-safe.
 */
final class Guesses {
    private static final int FREE = 5;
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final int ATTACK = 50;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_COUNTED = 10_000;
    private static final String ANY = "\n"; // no name of a user, no address

    private final Map<Origin, Wrong> counted = new HashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Whether the password may be checked now; it counts as wrong until {@link #wasRight}, so that parallel guesses count too. */
    synchronized boolean mayTry(String user, String address) {
        Instant now = clock.instant();
        if (now.isBefore(nextTry(user, address))) {
            return false;
        }
        if (counted.size() >= MOST_COUNTED) {
            counted.values().removeIf(wrong -> wrong.isForgotten(now));
        }
        for (Origin origin : origins(user, address)) {
            counted.put(origin, new Wrong(count(origin, now) + 1, now));
        }
        return true;
    }

    synchronized void wasRight(String user, String address) {
        for (Origin origin : origins(user, address)) {
            counted.computeIfPresent(origin, (same, wrong) -> new Wrong(wrong.count() - 1, wrong.last()));
        }
        counted.remove(new Origin(user, address));
    }

    private Instant nextTry(String user, String address) {
        Instant now = clock.instant();
        Origin here = new Origin(user, address);
        boolean attacked = count(new Origin(user, ANY), now) >= ATTACK && count(here, now) > 0;
        Instant forUser = after(here, attacked ? LONGEST : pause(count(here, now) - FREE));
        Origin anybody = new Origin(ANY, address);
        Instant forAddress = after(anybody, pause(count(anybody, now) - FREE_FOR_AN_ADDRESS));
        return forUser.isAfter(forAddress) ? forUser : forAddress;
    }

    private Instant after(Origin origin, Duration pause) {
        Wrong wrong = counted.get(origin);
        return wrong == null || pause.isZero() ? Instant.MIN : wrong.last().plus(pause);
    }

    private int count(Origin origin, Instant now) {
        Wrong wrong = counted.get(origin);
        return wrong == null || wrong.isForgotten(now) ? 0 : wrong.count();
    }

    private static Duration pause(int tooMany) {
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(tooMany, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static List<Origin> origins(String user, String address) {
        return List.of(new Origin(user, address), new Origin(ANY, address), new Origin(user, ANY));
    }

    private record Origin(String user, String address) {}

    private record Wrong(int count, Instant last) {
        boolean isForgotten(Instant now) {
            return !last.plus(REMEMBERED).isAfter(now);
        }
    }
}
