package io.github.buymed4j.config;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The name of an application registered with the platform: {@link #DEFAULT}, or the NAME of {@code buymed.app.NAME.…}.
 *
 * @param value empty for the default application, else letters, digits, {@code -} and {@code _}
 */
public record ApplicationName(String value) implements Comparable<ApplicationName> {

    public static final ApplicationName DEFAULT = new ApplicationName("");

    public ApplicationName {
        if (!value.matches("[A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("An application's name has letters, digits, '-' and '_' only");
        }
    }

    public boolean isDefault() {
        return value.isEmpty();
    }

    /** True if both names have the same environment variables by MicroProfile's rule. */
    boolean hasVariablesOf(ApplicationName other) {
        return ConfigKey.asVariable(value).equals(ConfigKey.asVariable(other.value));
    }

    @Override
    public int compareTo(ApplicationName other) {
        return value.compareTo(other.value);
    }

    /** Sorted, with the default application first, which is always included. */
    static Collector<ApplicationName, ?, Set<ApplicationName>> toSortedSet() {
        return Collectors.toCollection(() -> new TreeSet<>(Set.of(DEFAULT)));
    }

    @Override
    public String toString() {
        return isDefault() ? "default application" : "application " + value;
    }
}
