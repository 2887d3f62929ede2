package io.github.buymed4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.credentials.CredentialsEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of {@code docs/security.md} say what the code says. */
class SecurityDocumentationTest {

    private static final Pattern ID = Pattern.compile("^\\| `(BUYMED-[12]\\d{3})` \\|", Pattern.MULTILINE);

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/security.md"));
    }

    @ParameterizedTest
    @EnumSource
    void finding_ofTheCode_isOnThePageWithMeaningAndFix(Rule rule) throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("| `" + rule.id() + "` |")))
                .singleElement()
                .asString()
                .contains("| " + rule.meaning() + " |", "| " + rule.fix() + " |");
    }

    @ParameterizedTest
    @EnumSource
    void event_ofTheCode_isOnThePage(CredentialsEvent.Type type) throws IOException {
        assertThat(page()).contains("| `" + type.id() + "` |");
    }

    @Test
    void identifiers_ofThePage_areThoseOfTheCode() throws IOException {
        List<String> known = Stream.concat(
                        Stream.of(Rule.values()).map(Rule::id),
                        Stream.of(CredentialsEvent.Type.values()).map(CredentialsEvent.Type::id))
                .toList();

        assertThat(ID.matcher(page()).results().map((MatchResult found) -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    /** Each test that the leak table names is there. */
    @Test
    void tests_ofTheLeakTable_exist() throws IOException {
        List<String> sources = sources();

        assertThat(Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`")
                        .matcher(page())
                        .results())
                .isNotEmpty()
                .allMatch(named -> sources.stream()
                        .anyMatch(source -> source.contains("class " + named.group(1) + " ")
                                && source.contains(" " + named.group(2) + "(")));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(Files::isRegularFile)
                    .map(SecurityDocumentationTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
