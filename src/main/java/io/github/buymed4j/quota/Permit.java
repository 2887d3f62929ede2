package io.github.buymed4j.quota;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Leave to send one request. Whoever has one must end it, whatever becomes of the request: a slot whose permit is never
 * ended never returns. Ending it twice does no harm. Thread-safe; ending it never
 * waits for others.
 */
public final class Permit {

    /** How far a waiting time may be beyond a window and still be meant for it, dates being cut to seconds. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Taken address;
    private final @Nullable Taken account;

    Permit(Taken address, @Nullable Taken account) {
        this.address = address;
        this.account = account;
    }

    /** The reply has come, or the attempt has failed: its slots are free one window from now. */
    public void replied() {
        address.replied();
        if (account != null) {
            account.replied();
        }
    }

    /**
     * The reply was a 429: nothing more is sent, by any thread, until the platform's time has come.
     *
     * <p>The platform does not say which limit it means. A wait that only the account's window is long enough for closes the
     * account; any other closes both, which costs other accounts one window of the address at most. Where the platform does
     * not say how long, that window it is; where it says more than any window, it is each one's own.
     *
     * @return what to throw where the request is not repeated
     */
    public QuotaExceededException rejected(RetryAfter retryAfter) {
        Duration minute = address.budget().window();
        Duration wait = retryAfter.delay() == null ? minute : retryAfter.delay();
        boolean addressToo = account == null
                || fits(wait, minute)
                || !fits(wait, account.budget().window());
        QuotaExceededException ofAddress = addressToo ? address.budget().close(wait) : null;
        QuotaExceededException ofAccount =
                account == null ? null : account.budget().close(wait);
        replied();
        return later(ofAddress, ofAccount);
    }

    private static QuotaExceededException later(
            @Nullable QuotaExceededException ofAddress, @Nullable QuotaExceededException ofAccount) {
        if (ofAddress == null || (ofAccount != null && ofAccount.earliest().isAfter(ofAddress.earliest()))) {
            return Objects.requireNonNull(ofAccount);
        }
        return ofAddress;
    }

    private static boolean fits(Duration wait, Duration window) {
        return wait.compareTo(window.plus(SLACK)) <= 0;
    }
}
