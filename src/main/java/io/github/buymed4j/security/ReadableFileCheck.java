package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;

/**
 * A secret's file that everybody may read, by its own permissions and those of the folders on the way to it. Mounted by an
 * orchestrator (into memory, for one container) it is less of a danger.
 */
final class ReadableFileCheck implements Check {

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return SecretFiles.all(config, application).flatMap(file -> look(file.key(), file.path()));
    }

    private static Stream<Finding> look(String key, Path path) {
        try {
            Path real = path.toRealPath();
            if (!isOpenToOthers(real)) {
                return Stream.empty();
            }
            boolean inMemory = Files.getFileStore(real).type().equals("tmpfs");
            return Stream.of(inMemory ? Rule.READABLE_FILE.warning(key, "") : Rule.READABLE_FILE.error(key, ""));
        } catch (IOException | UnsupportedOperationException e) {
            // no permissions as POSIX knows them, or gone meanwhile
            return Stream.empty();
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            return false;
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
