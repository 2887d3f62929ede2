package io.github.buymed4j.sandbox.limits;

import java.util.Locale;
import java.util.Optional;

/** How requests are counted; the vendor does not say. */
public enum Counting {
    SLIDING,
    FIXED,
    BUCKET;

    public static Optional<Counting> named(String name) {
        for (Counting counting : values()) {
            if (counting.label().equals(name)) {
                return Optional.of(counting);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Counter counter(Limit limit) {
        return switch (this) {
            case SLIDING -> new SlidingWindow(limit);
            case FIXED -> new FixedWindow(limit);
            case BUCKET -> new Bucket(limit);
        };
    }
}
