package io.github.buymed4j.quota;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Permission to send one request. The holder must end it, whatever the outcome of the request: the slots of a permit
 * that is not ended are not freed. Ending it twice has no further effect. Thread-safe. Ending it never waits for other
 * requests; if nodes share the quota, it may call the database on the calling thread.
 */
public final class Permit {

    /** How much longer than a window a wait may be and still count as that window, because dates are cut to seconds. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Slot address;
    private final @Nullable Slot account;
    private final LastHour lastHour;

    Permit(Slot address, @Nullable Slot account, LastHour lastHour) {
        this.address = address;
        this.account = account;
        this.lastHour = lastHour;
    }

    /** Ends the permit after a reply or a failed attempt: its slots are free one window from now. */
    public void replied() {
        address.replied();
        if (account != null) {
            account.replied();
        }
    }

    /**
     * Ends the permit after a 429 and closes its limits: no thread sends a request under a closed limit until the time
     * that the platform asked for has passed.
     *
     * <p>The platform does not say which limit was exceeded. A wait that is longer than the address's window and fits
     * the account's window closes only the account. Any other wait closes both, which delays other accounts by at most
     * one window of the address. If the platform gives no time, the wait is the address's window. A longer wait than a
     * limit's window is cut to that window.
     */
    public void rejected(RetryAfter retryAfter) {
        lastHour.rejected();
        Duration minute = address.window();
        Duration wait = retryAfter.delay() == null ? minute : retryAfter.delay();
        if (account == null || fits(wait, minute) || !fits(wait, account.window())) {
            address.close(wait);
        }
        if (account != null) {
            account.close(wait);
        }
        replied();
    }

    private static boolean fits(Duration wait, Duration window) {
        return wait.compareTo(window.plus(SLACK)) <= 0;
    }
}
