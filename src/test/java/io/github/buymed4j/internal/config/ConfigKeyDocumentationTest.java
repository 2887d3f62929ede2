package io.github.buymed4j.internal.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * README's table of the keys is made from their constants. With {@code -Ddocs.write=true} this test writes the table
 * before it compares.
 */
class ConfigKeyDocumentationTest {

    private static final Path README = Path.of("README.md");
    private static final String HEAD = "| key | default | |\n|---|---|---|\n";
    private static final Pattern TABLE = Pattern.compile(Pattern.quote(HEAD) + "((?:\\| `buymed.*\\|\n)+)");

    @Test
    void table_ofTheReadme_isThatOfTheKeys() throws IOException {
        String expected =
                ConfigKey.values().stream().map(ConfigKeyDocumentationTest::row).collect(joining());

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(README, table().replaceFirst(Matcher.quoteReplacement(HEAD + expected)));
        }

        assertThat(table().results().map(table -> table.group(1))).containsExactly(expected);
    }

    private static String row(ConfigKey<?> key) {
        String byDefault = key.defaultValue().map(value -> "`" + value + "`").orElse("-");
        return "| `%s` | %s | %s |%n".formatted(key.key(), byDefault, key.description());
    }

    private static Matcher table() throws IOException {
        return TABLE.matcher(Files.readString(README));
    }
}
