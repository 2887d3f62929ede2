package io.github.buymed4j.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read, outside of every archive, for as long as the tests run. */
public final class SecretFile {

    private SecretFile() {}

    public static Path holding(String secret) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path file = Files.createTempFile("client-secret", "", ownerOnly);
            file.toFile().deleteOnExit();
            return Files.writeString(file, secret + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
