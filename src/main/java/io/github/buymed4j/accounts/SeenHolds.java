package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides if a hold is active: until its time by the clock, but at most for one lease after this node first saw it, by
 * the monotonic timer. Without this limit, a clock that was wrong when the hold was made, or that is set back, would
 * block the account's renewal for as long as the clock was wrong. Thread-safe.
 */
final class SeenHolds {

    private static final int MOST = 10_000;

    private final Map<Account, Seen> seen = new ConcurrentHashMap<>();
    private final long lease;

    SeenHolds(Duration lease) {
        this.lease = lease.toNanos();
    }

    boolean isOn(StoredAccount stored, Instant now, long nanos) {
        Hold hold = stored.hold();
        if (!hold.isOn(now)) {
            seen.remove(stored.account());
            return false;
        }
        if (seen.size() > MOST) {
            seen.clear(); // at worst, these holds last one lease from now
        }
        Seen first = seen.compute(
                stored.account(),
                (account, known) -> known != null && known.hold.equals(hold) ? known : new Seen(hold, nanos));
        return nanos - first.since < lease;
    }

    private record Seen(Hold hold, long since) {}
}
