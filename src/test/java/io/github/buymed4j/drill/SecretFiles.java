package io.github.buymed4j.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of an application's secret and of the one that is staged, handled as the runbook says. */
public final class SecretFiles {

    private final Path folder;

    public SecretFiles(String secret) {
        try {
            folder = Files.createTempDirectory("drill");
            folder.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace(secret);
    }

    public Path current() {
        return folder.resolve("client-secret");
    }

    public Path next() {
        return folder.resolve("client-secret.next");
    }

    void replace(String secret) {
        put(secret, current());
    }

    void stage(String secret) {
        put(secret, next());
    }

    String staged() {
        try {
            return Files.readString(next()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the staged secret its regular place. */
    void settle() {
        move(next(), current());
    }

    private void put(String secret, Path target) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path fresh = Files.createTempFile(folder, "client-secret", ".tmp", ownerOnly);
            move(Files.writeString(fresh, secret + "\n"), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            to.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
