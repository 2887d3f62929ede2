package io.github.buymed4j.sandbox.logins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down the guessing of one user's password: after five wrong ones in a row, the next has to wait for a second, then for
 * two, four and so on, up to five minutes. Thread-safe.
 */
final class Guesses {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_USERS = 10_000;

    private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    boolean mustWait(String user) {
        Wrong so = wrong.get(user);
        return so != null && clock.instant().isBefore(so.nextAt());
    }

    void note(String user, boolean right) {
        if (right) {
            wrong.remove(user);
            return;
        }
        Instant now = clock.instant();
        if (wrong.size() >= MOST_USERS) {
            wrong.values().removeIf(so -> so.nextAt().plus(LONGEST).isBefore(now));
        }
        wrong.compute(user, (same, so) -> Wrong.another(so == null ? 1 : so.count() + 1, now));
    }

    private record Wrong(int count, Instant nextAt) {
        static Wrong another(int count, Instant now) {
            if (count < FREE) {
                return new Wrong(count, now);
            }
            Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE, 20));
            return new Wrong(count, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
        }
    }
}
