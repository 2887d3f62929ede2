package io.github.buymed4j.sandbox.apps;

import java.util.Arrays;
import java.util.Optional;

/** A service region. */
public enum Region {
    VIETNAM("vn", true),
    THAILAND("th", false),
    CAMBODIA("kh", false);

    private final String code;
    private final boolean active;

    Region(String code, boolean active) {
        this.code = code;
        this.active = active;
    }

    public String code() {
        return code;
    }

    /** Empty where there is none, or none yet. */
    public static Optional<Region> active(String code) {
        return Arrays.stream(values())
                .filter(known -> known.active && known.code.equals(code))
                .findFirst();
    }

    /** False if it is only announced. */
    public boolean isActive() {
        return active;
    }
}
