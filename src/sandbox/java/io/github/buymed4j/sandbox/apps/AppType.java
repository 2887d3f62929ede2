package io.github.buymed4j.sandbox.apps;

import java.util.Arrays;
import java.util.Optional;

/** Whose data an application reads. The platform names no other API categories, so each type is one. */
public enum AppType {
    PHARMACY("Pharmacy", true),
    SELLER("Seller", false);

    private final String label;
    private final boolean active;

    AppType(String label, boolean active) {
        this.label = label;
        this.active = active;
    }

    public String label() {
        return label;
    }

    /** Empty where there is none, or none yet. */
    public static Optional<AppType> active(String label) {
        return Arrays.stream(values())
                .filter(known -> known.active && known.label.equals(label))
                .findFirst();
    }

    /** False if it is only announced. */
    public boolean isActive() {
        return active;
    }
}
