package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a hold is on: until its time by the clock, and not longer than a lease after this node first saw it by its monotonic
 * timer. Without the second part, a clock that was wrong when the hold was made, or is set back, would keep an account from
 * being renewed for as long as it was wrong. Thread-safe.
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
            seen.clear(); // at worst, these holds last a lease from now
        }
        Seen first = seen.compute(
                stored.account(),
                (account, known) -> known != null && known.hold.equals(hold) ? known : new Seen(hold, nanos));
        return nanos - first.since < lease;
    }

    private record Seen(Hold hold, long since) {}
}
