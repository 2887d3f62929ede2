package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.ConfigKey;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Each key and each variable that a page names is one of the product or of MicroProfile, and XML can be read. */
class ConfigurationExamplesTest {

    private static final Pattern KEY =
            Pattern.compile("(?<![\\w./-])buymed\\.[a-z][A-Za-z.-]*[a-z](?![\\w/…*-]|\\.[\\w…])");
    private static final Pattern VARIABLE = Pattern.compile("\\bBUYMED_[A-Z_]+\\b");
    private static final Pattern OF_APPLICATION = Pattern.compile("buymed\\.app\\.([A-Za-z]+)\\.(.*)");
    private static final Pattern OF_MICROPROFILE =
            Pattern.compile("[\\w.-]+/mp-rest/(url|uri|scope|connectTimeout|readTimeout|followRedirects|proxyAddress"
                    + "|(trust|key)Store(Type|Password)?)|mp\\.config\\.profile|junit\\..*");

    /** What looks like a key and is the name of a file, of a folder or of a secret of the example. */
    private static final Set<String> NO_KEYS = Set.of("buymed.cs", "buymed.com", "buymed.tech");

    /** Pages that name keys of earlier versions, or metrics, whose names look like keys. */
    private static final Set<String> OTHER_NAMES = Set.of("CHANGELOG.md", "upgrading.md", "telemetry.md");

    static Stream<Markdown> pages() {
        return Documentation.pages().stream()
                .filter(page -> !OTHER_NAMES.contains(page.file().getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keys_thatAPageNames_areKnown(Markdown page) {
        assertThat(named(page, KEY).filter(key -> !NO_KEYS.contains(key))).allMatch(ConfigurationExamplesTest::isKnown);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void variables_thatAPageNames_areThoseOfKeys(Markdown page) {
        assertThat(named(page, VARIABLE))
                .allMatch(
                        variable -> Stream.concat(keys(new ApplicationName("")), keys(new ApplicationName("warehouse")))
                                .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                                .anyMatch(variable::equals));
    }

    private static Stream<String> named(Markdown page, Pattern pattern) {
        return page.sections().stream()
                .flatMap(section -> Stream.concat(
                        section.prose().stream(), section.blocks().stream().map(Markdown.Block::text)))
                .flatMap(text -> pattern.matcher(text).results().map(MatchResult::group))
                .distinct();
    }

    static Stream<Markdown.Block> properties() {
        return Documentation.blocks("properties");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void properties_ofAPage_haveKnownKeys(Markdown.Block block) throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(block.text()));

        assertThat(read.stringPropertyNames()).isNotEmpty().allMatch(ConfigurationExamplesTest::isKnown);
    }

    private static boolean isKnown(String key) {
        Matcher named = OF_APPLICATION.matcher(key);
        String ofDefault = named.matches() ? "buymed." + named.group(2) : key;
        return keys(new ApplicationName("")).anyMatch(ofDefault::equals)
                || OF_MICROPROFILE.matcher(key).matches();
    }

    private static Stream<String> keys(ApplicationName application) {
        return ConfigKey.values().stream().map(key -> key.key(application));
    }

    static Stream<Markdown.Block> xml() {
        return Documentation.blocks("xml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("xml")
    void xml_ofAPage_isWellFormed(Markdown.Block block) {
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<all>" + block.text() + "</all>"))))
                .doesNotThrowAnyException();
    }
}
