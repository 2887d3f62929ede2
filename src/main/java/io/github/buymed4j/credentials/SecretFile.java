package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.SecretFileReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a secret; each look reads its content.
 *
 * <p>New content is used only after a second look, at least {@link #SETTLING} later, has seen it again, so that a
 * partly written secret is not used. The file's modification time is not used: on a network file system it comes from
 * another machine's clock, and a copy may keep the time of its original.
 */
final class SecretFile {

    static final Duration SETTLING = Duration.ofMillis(50);

    private final boolean mayComeLater;
    private boolean lookedAt;
    private @Nullable Secret settled;
    private @Nullable Secret arriving;
    private long arrivedAt;

    SecretFile() {
        this(false);
    }

    private SecretFile(boolean mayComeLater) {
        this.mayComeLater = mayComeLater;
    }

    /** A file that may be missing without being a problem. */
    static SecretFile thatMayComeLater() {
        return new SecretFile(true);
    }

    /**
     * The file's last settled content; empty if the file cannot be read, which is a problem unless it may come later.
     */
    Optional<Secret> content(Reading path, long now, Consumer<ConfigurationProblem> problems) {
        Optional<Secret> seen = read(path, problems);
        if (seen.isEmpty()) {
            arriving = null;
        } else if (!lookedAt || seen.get().equals(settled) || hasStayed(seen.get(), now)) {
            settled = seen.get();
            arriving = null;
        } else if (!seen.get().equals(arriving)) {
            arriving = seen.get();
            arrivedAt = now;
        }
        lookedAt = true;
        return seen.isEmpty() ? seen : Optional.ofNullable(settled);
    }

    /** True if new content must be confirmed by another look. */
    boolean isSettling() {
        return arriving != null;
    }

    private boolean hasStayed(Secret seen, long now) {
        return seen.equals(arriving) && now - arrivedAt >= SETTLING.toNanos();
    }

    private Optional<Secret> read(Reading path, Consumer<ConfigurationProblem> problems) {
        try {
            return Optional.of(SecretFileReader.read(path));
        } catch (ConfigurationException e) {
            if (!mayComeLater || !SecretFileReader.isStillToCome(path)) {
                e.problems().forEach(problems);
            }
            return Optional.empty();
        }
    }
}
