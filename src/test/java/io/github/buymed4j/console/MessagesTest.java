package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.credentials.CredentialsEvent;
import io.github.buymed4j.security.Rule;
import io.github.buymed4j.security.Severity;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The console's texts: the same keys in each language, all that the pages use, and none besides. A page uses
 * {@code text.key} and {@code text['key']}, Java {@code text("key")}; {@code text['state.'…} uses all keys with that
 * beginning.
 */
class MessagesTest {

    private static final Path TEXTS = Path.of("src/main/resources/io/github/buymed4j/console");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/webapp"), Path.of("src/main/java/io/github/buymed4j/console"));
    private static final Pattern USE_OF_PAGE = Pattern.compile("\\btext(?:\\.|\\[')([A-Za-z][\\w.-]*)");
    private static final Pattern USE_OF_JAVA = Pattern.compile("\\btext\\(\"([\\w.-]+)\"");

    private final Set<String> used = uses();

    @Test
    void keys_ofBothLanguages_areTheSame() throws IOException {
        assertThat(keys("messages_vi.properties")).isEqualTo(keys("messages.properties"));
        assertThat(keys("messages_en.properties")).isEmpty();
    }

    @Test
    void texts_ofBothLanguages_haveTheSamePlaces() throws IOException {
        Properties english = texts("messages.properties");
        Properties vietnamese = texts("messages_vi.properties");

        for (String key : english.stringPropertyNames()) {
            assertThat(places(vietnamese.getProperty(key, ""))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void keys_thatPagesUse_exist() throws IOException {
        Set<String> keys = keys("messages.properties");

        assertThat(used).isNotEmpty().allMatch(use -> keys.stream().anyMatch(key -> isUse(use, key)));
    }

    @Test
    void keys_thatExist_areUsed() throws IOException {
        assertThat(keys("messages.properties")).allMatch(key -> used.stream().anyMatch(use -> isUse(use, key)));
    }

    @Test
    void texts_ofEventsAndFindings_existForEachOfTheCode() throws IOException {
        Properties english = texts("messages.properties");

        for (Rule rule : Rule.values()) {
            assertThat(english.getProperty("meaning." + rule.id())).isEqualTo(rule.meaning());
            assertThat(english.getProperty("fix." + rule.id())).isEqualTo(rule.fix());
        }
        assertThat(english.stringPropertyNames())
                .containsAll(Stream.of(CredentialsEvent.Type.values())
                        .map(type -> "meaning." + type.id())
                        .toList())
                .containsAll(Stream.of(Severity.values())
                        .map(severity -> "severity." + severity)
                        .toList())
                .containsAll(EntryFilter.CHOICES.stream().map("show."::concat).toList());
    }

    private static boolean isUse(String use, String key) {
        return use.endsWith(".") ? key.startsWith(use) : key.equals(use);
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList());
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(texts(file).stringPropertyNames());
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> uses() {
        Set<String> uses = new TreeSet<>();
        SOURCES.stream().flatMap(MessagesTest::files).forEach(source -> uses(source, uses));
        return uses;
    }

    private static void uses(Path source, Set<String> uses) {
        Pattern use = source.toString().endsWith(".java") ? USE_OF_JAVA : USE_OF_PAGE;
        use.matcher(read(source)).results().map(found -> found.group(1)).forEach(uses::add);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xhtml|java)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
