package io.github.buymed4j.internal.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Validates a value that is sent in a header: detects placeholders and characters that a header cannot carry. */
public final class CredentialText {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "your[_ -].*|<.*>|.*\\$\\{.*|\\{\\{.*}}|\\[.*]|change[_ -]?me|secret|password|x{3,}|\\*{3,}|\\.{3,}|todo|none|null"
                    + "|example|placeholder|sk_live_abc(defghijklmnopqrstuvwxyz)?\\.*|buymed_app_123456789",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CredentialText() {}

    /** The problem of the stripped value, without the value itself; empty if it is valid. */
    public static Optional<String> whatIsWrongWith(String value) {
        if (value.isEmpty()) {
            return Optional.of("is blank");
        }
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n')) {
            return Optional.of("has a line break inside; a header cannot carry it");
        }
        if (PLACEHOLDER.matcher(value).matches()) {
            return Optional.of(
                    "is a placeholder; put the value from the portal there (Apps, your application, Settings)");
        }
        return value.chars().allMatch(c -> c > ' ' && c < 127)
                ? Optional.empty()
                : Optional.of("has characters that are not visible ASCII; a header cannot carry them");
    }
}
