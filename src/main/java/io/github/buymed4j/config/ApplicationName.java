package io.github.buymed4j.config;

/**
 * The name of an application registered with the platform: {@link #DEFAULT}, or the NAME of {@code buymed.app.NAME.…}.
 *
 * @param value empty for the default application, else letters, digits, {@code -} and {@code _}
 */
public record ApplicationName(String value) implements Comparable<ApplicationName> {

    /** The application of {@code buymed.client-id}. */
    public static final ApplicationName DEFAULT = new ApplicationName("");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it has other characters
     */
    public ApplicationName {
        if (!value.matches("[A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("An application's name has letters, digits, '-' and '_' only");
        }
    }

    /** True for the application of {@code buymed.client-id}. */
    public boolean isDefault() {
        return value.isEmpty();
    }

    @Override
    public int compareTo(ApplicationName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return isDefault() ? "default application" : "application " + value;
    }
}
