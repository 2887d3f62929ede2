package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a secret, read by content each time: a link swapped underneath it does not matter.
 *
 * <p>Other content than before counts only when a second look, at least {@link #SETTLING} later, sees it again, so that a
 * secret that is just being written is not taken by half. The file's own time is not asked: it is another machine's clock
 * where the file is on a network, and a copy may carry the time of its original.
 */
final class SecretFile {

    static final Duration SETTLING = Duration.ofMillis(50);

    private static final int LARGEST = 64 * 1024;

    private boolean lookedAt;
    private @Nullable Secret settled;
    private @Nullable Secret arriving;
    private long arrivedAt;

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

    private static Optional<Secret> read(Reading path, Consumer<ConfigurationProblem> problems) {
        String wrong;
        try {
            Path file = Path.of(path.value().reveal());
            if (Files.size(file) > LARGEST) {
                wrong = "names a file of more than 64 KiB";
            } else {
                String content = Files.readString(file, StandardCharsets.UTF_8).strip();
                if (!content.isEmpty()) {
                    return Optional.of(Secret.of(content));
                }
                wrong = "names a file that is empty";
            }
        } catch (InvalidPathException | IOException e) {
            // without its text: somebody may have put the secret itself where the path belongs
            wrong = "names a file that cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        problems.accept(new ConfigurationProblem(path.key(), wrong));
        return Optional.empty();
    }
}
