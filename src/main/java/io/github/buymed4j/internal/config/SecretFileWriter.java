package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes files with credentials, at once and for the owner only, as {@link SecretFileReader} reads them. Stateless. */
public final class SecretFileWriter {

    private SecretFileWriter() {}

    /**
     * Replaces the file with this path by one that holds the secret. Who reads the file meanwhile sees the old content or
     * the new one, never a part.
     *
     * @throws ConfigurationException if the secret cannot be one or the file cannot be written; names the key, but
     *     neither the path nor the secret
     */
    public static void write(Reading path, Secret secret) {
        CredentialText.whatIsWrongWith(secret.reveal()).ifPresent(wrong -> {
            throw problem(path, "was not written: the secret " + wrong);
        });
        try {
            Path file = Path.of(path.value().reveal().strip());
            Path folder = file.getParent();
            if (!file.isAbsolute() || folder == null) {
                throw problem(path, "names no absolute path of a file");
            }
            Path temporary = Files.createTempFile(folder, ".next-", ".tmp", ownerOnly(folder));
            try {
                byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
                Files.write(temporary, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (InvalidPathException | IOException e) {
            // without the message: the value may be the secret itself instead of a path
            throw problem(
                    path,
                    "names a file that cannot be written (" + e.getClass().getSimpleName()
                            + "); its folder must exist, and the server's user must be allowed to write there");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static ConfigurationException problem(Reading path, String what) {
        return new ConfigurationException(List.of(new ConfigurationProblem(path.key(), what)));
    }
}
