package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files with secrets: text in UTF-8, without byte order mark and surrounding white space. Reads the file each
 * time, so that a replaced symbolic link takes effect. Stateless.
 */
public final class SecretFileReader {

    private static final int LARGEST = 64 * 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SecretFileReader() {}

    /**
     * The text of the file with this path.
     *
     * @throws ConfigurationException if the file cannot be used; names the key, but neither the value nor the text
     */
    public static Secret read(Reading path) {
        try {
            Path file = pathOf(path);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // a pipe can be read only once and might never end
                throw problem(path, "names something that is not a file");
            }
            String text = decoded(bytesOf(file, path), path).strip();
            if (text.isEmpty()) {
                throw problem(path, "names a file that is empty");
            }
            return Secret.of(text);
        } catch (InvalidPathException | IOException e) {
            // without the message: the value may be the secret itself instead of a path
            throw problem(
                    path, "names a file that cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** True if the file does not exist yet, but its folder does. */
    public static boolean isStillToCome(Reading path) {
        try {
            Path file = pathOf(path);
            Path folder = file.getParent();
            return file.isAbsolute() && folder != null && Files.isDirectory(folder) && Files.notExists(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path pathOf(Reading path) {
        return Path.of(path.value().reveal().strip());
    }

    private static byte[] bytesOf(Path file, Reading path) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw problem(path, "names a file of more than 64 KiB");
            }
            return bytes;
        }
    }

    private static String decoded(byte[] bytes, Reading path) {
        boolean marked = bytes.length >= MARK.length
                && ByteBuffer.wrap(bytes, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
        int start = marked ? MARK.length : 0;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // reported below
        }
        throw problem(path, "names a file that is not text in UTF-8; save it as UTF-8, not as UTF-16");
    }

    private static ConfigurationException problem(Reading path, String what) {
        return new ConfigurationException(List.of(new ConfigurationProblem(path.key(), what)));
    }
}
