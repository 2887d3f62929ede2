package io.github.buymed4j.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChangelogTest {

    /** A snapshot's changes stand under "Unreleased". */
    @Test
    void changelog_ofThisVersion_begins() throws IOException {
        String version = PublicApiTest.version();

        assertThat(Files.readAllLines(Path.of("CHANGELOG.md")).stream().filter(line -> line.startsWith("## ")))
                .first()
                .isEqualTo("## " + (version.endsWith("-SNAPSHOT") ? "Unreleased" : version));
    }
}
