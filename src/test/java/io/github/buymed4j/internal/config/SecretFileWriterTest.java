package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileWriterTest {

    private final Secret secret = Secret.of(Canary.secret());

    @TempDir
    private Path folder;

    @Test
    void write_newFile_isReadableByItsOwnerOnly() throws IOException {
        SecretFileWriter.write(path(file()), secret);

        assertThat(SecretFileReader.read(path(file()))).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file()::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void write_existingFile_isReplaced() throws IOException {
        Files.writeString(file(), "open to everybody");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        SecretFileWriter.write(path(file()), secret);

        assertThat(SecretFileReader.read(path(file()))).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void write_folderIsMissing_namesTheKeyOnly() {
        Path elsewhere = folder.resolve("missing/client-secret.next");

        assertThatThrownBy(() -> SecretFileWriter.write(path(elsewhere), secret))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("buymed.client-secret.next-file")
                .hasMessageContaining("cannot be written (NoSuchFileException)")
                .message()
                .doesNotContain(secret.reveal(), elsewhere.toString());
    }

    @Test
    void write_targetIsAFolder_leavesNothingBehind() throws IOException {
        Files.createDirectories(file().resolve("inside"));

        assertThatThrownBy(() -> SecretFileWriter.write(path(file()), secret))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .doesNotContain(secret.reveal());
        assertThat(folder.toFile().list()).containsExactly("client-secret.next");
    }

    @Test
    void write_relativePath_isRefused() {
        assertThatThrownBy(() -> SecretFileWriter.write(path(Path.of("client-secret.next")), secret))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "your_client_secret", "two\nlines", "sk sandbox"})
    void write_textThatIsNoSecret_isRefused(String text) {
        assertThatThrownBy(() -> SecretFileWriter.write(path(file()), Secret.of(text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("was not written");
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return folder.resolve("client-secret.next");
    }

    private static Reading path(Path file) {
        return new Reading("buymed.client-secret.next-file", Secret.of(file.toString()), "test", 400);
    }
}
