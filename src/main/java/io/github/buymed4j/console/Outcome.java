package io.github.buymed4j.console;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.internal.config.VisibleText;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How one live call ended.
 *
 * @param call what was called
 * @param success true if the call returned a reply and no exception
 * @param verdict {@code Success}, or the exception's class
 * @param detail the reply, or the exception's message; empty if the exception is none of ours, because its message may
 *     contain a header
 */
public record Outcome(String call, boolean success, String verdict, String detail, Duration duration) {

    /** Makes the detail safe to display, because it may be the platform's text. */
    public Outcome {
        detail = VisibleText.of(detail);
    }

    /** Makes the call and times it; the ticker counts nanoseconds, as {@link System#nanoTime()} does. */
    static Outcome of(String call, Supplier<String> platform, LongSupplier ticker) {
        long start = ticker.getAsLong();
        try {
            String reply = platform.get();
            return new Outcome(call, true, "Success", reply, since(start, ticker));
        } catch (BuymedException e) {
            String message = String.valueOf(e.getMessage());
            return new Outcome(call, false, e.getClass().getSimpleName(), message, since(start, ticker));
        } catch (RuntimeException e) {
            return new Outcome(call, false, e.getClass().getName(), "", since(start, ticker));
        }
    }

    public long millis() {
        return duration.toMillis();
    }

    private static Duration since(long start, LongSupplier ticker) {
        return Duration.ofNanos(ticker.getAsLong() - start);
    }
}
