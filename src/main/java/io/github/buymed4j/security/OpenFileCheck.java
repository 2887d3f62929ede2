package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;

/**
 * Finds secret files that every user may read or change, by the permissions of the file and of the folders above it. A
 * file that an orchestrator has mounted (in memory, for one container) is only a warning.
 */
final class OpenFileCheck implements Check {

    private static final int STICKY = 0_1000;

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return SecretFiles.all(config, application).flatMap(file -> look(file.key(), file.path()));
    }

    private static Stream<Finding> look(String key, Path path) {
        try {
            Path real = path.toRealPath();
            if (!mayEnter(real)) {
                return Stream.empty();
            }
            boolean inMemory = Files.getFileStore(real).type().equals("tmpfs");
            return Stream.concat(
                            may(real, PosixFilePermission.OTHERS_READ) ? Stream.of(Rule.READABLE_FILE) : Stream.empty(),
                            mayChange(real) ? Stream.of(Rule.WRITABLE_FILE) : Stream.empty())
                    .map(rule -> inMemory ? rule.warning(key, "") : rule.error(key, ""));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // the file system has no POSIX permissions, or the file is gone
            return Stream.empty();
        }
    }

    private static boolean mayEnter(Path file) throws IOException {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (!may(folder, PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** A user who may write to a folder can replace the files and folders in it, unless the folder is sticky. */
    private static boolean mayChange(Path file) throws IOException {
        boolean change = may(file, PosixFilePermission.OTHERS_WRITE);
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            change |= may(folder, PosixFilePermission.OTHERS_WRITE) && !isSticky(folder);
        }
        return change;
    }

    private static boolean isSticky(Path folder) throws IOException {
        return ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    private static boolean may(Path path, PosixFilePermission what) throws IOException {
        return Files.getPosixFilePermissions(path).contains(what);
    }
}
