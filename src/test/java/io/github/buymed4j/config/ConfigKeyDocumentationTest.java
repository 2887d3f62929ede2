package io.github.buymed4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** README's table and the keys that the code reads are the same, defaults included. */
class ConfigKeyDocumentationTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(buymed[^`]*)` \\| ([^|]*) \\| [^|]+\\|$", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    void key_ofTheCode_isInTheReadmeWithItsDefault(ConfigKey key) throws IOException {
        String expected = key.defaultValue().map(value -> "`" + value + "`").orElse("-");

        assertThat(rows()).contains(key.key() + " " + expected);
    }

    @Test
    void key_ofTheReadme_isInTheCode() throws IOException {
        assertThat(rows())
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .doesNotHaveDuplicates()
                .isSubsetOf(
                        Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList());
    }

    private static List<String> rows() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(Path.of("README.md")));
        return rows.results().map(row -> row.group(1) + " " + row.group(2)).toList();
    }
}
