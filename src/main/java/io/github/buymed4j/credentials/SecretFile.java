package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.config.SecretFileReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a secret, read by content each time.
 *
 * <p>Other content than before counts only when a second look, at least {@link #SETTLING} later, sees it again, so that a
 * secret that is just being written is not taken by half. The file's own time is not asked: it is another machine's clock
 * where the file is on a network, and a copy may carry the time of its original.
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

    /** A file that is no problem as long as it is not there. */
    static SecretFile thatMayComeLater() {
        return new SecretFile(true);
    }

    /** The file's content as far as it has settled; empty, with a problem, where there is none to read. */
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

    /** Whether other content is there that must be seen once more. */
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
