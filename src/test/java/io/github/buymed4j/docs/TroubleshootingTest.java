package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AccountProvocations;
import io.github.buymed4j.accounts.store.StoreProvocations;
import io.github.buymed4j.console.ConsoleProvocations;
import io.github.buymed4j.credentials.CredentialProvocations;
import io.github.buymed4j.internal.config.ConfigurationProvocations;
import io.github.buymed4j.pharmacy.PharmacyProvocations;
import io.github.buymed4j.quota.QuotaProvocations;
import io.github.buymed4j.rest.CallProvocations;
import io.github.buymed4j.rest.DeploymentProvocations;
import io.github.buymed4j.security.AuditProvocations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code docs/troubleshooting.md}: each message is provoked and found there, and nothing else is there. */
class TroubleshootingTest {

    private static final Pattern IDENTIFIER = Pattern.compile("\"(BUYMED-\\d{4})\\b");
    private static final Pattern WARNING = Pattern.compile("LOG\\.log\\(\\s*Level\\.WARNING,\\s*\"(?!BUYMED-).*");
    private static final Pattern SECRET = Pattern.compile("(sk|at)_[a-z]+_[A-Za-z0-9]{20,}");
    private static final Pattern ENTRY = Pattern.compile("BUYMED-\\d{4}|[A-Z]\\w+Exception");

    private static final List<Provocation> PROVOCATIONS = Stream.of(
                    ConfigurationProvocations.all(),
                    CredentialProvocations.all(),
                    AuditProvocations.all(),
                    QuotaProvocations.all(),
                    CallProvocations.all(),
                    DeploymentProvocations.all(),
                    PharmacyProvocations.all(),
                    AccountProvocations.all(),
                    StoreProvocations.all(),
                    ConsoleProvocations.all())
            .flatMap(Function.identity())
            .toList();
    private static final Map<Provocation, List<String>> SAID = new ConcurrentHashMap<>();

    private final Markdown page = Markdown.of(Path.of("docs/troubleshooting.md"));

    static List<Provocation> provocations() {
        return PROVOCATIONS;
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("provocations")
    void message_provoked_isInItsEntryAndHoldsNoSecret(Provocation provocation) throws Exception {
        Entry entry = new Entry(page.section(provocation.entry()).orElseThrow());

        assertThat(said(provocation)).isNotEmpty().allSatisfy(message -> {
            assertThat(entry.variants())
                    .as("what the page has for: %s", message)
                    .anyMatch(variant -> variant.matches(message));
            assertThat(message).doesNotContainPattern(SECRET);
        });
    }

    static Stream<String> entries() {
        return Markdown.of(Path.of("docs/troubleshooting.md")).sections().stream()
                .map(Markdown.Section::heading)
                .filter(ENTRY.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entry_eachMessageAndRow_isProvoked(String heading) throws Exception {
        Entry entry = new Entry(page.section(heading).orElseThrow());
        List<String> messages = PROVOCATIONS.stream()
                .filter(provocation -> provocation.entry().equals(heading))
                .flatMap(provocation -> said(provocation).stream())
                .toList();

        for (Template variant : entry.leastVariants()) {
            assertThat(messages).as("provoked for: %s", variant.text()).anyMatch(variant::matches);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entry_ofEachMessage_saysWhatToDo(String heading) {
        Markdown.Section section = page.section(heading).orElseThrow();

        assertThat(section.prose())
                .anyMatch(line -> line.contains("**What to do.**") || line.endsWith("| what to do |"));
    }

    @Test
    void entries_ofThePage_areTheIdentifiersAndExceptionsOfTheCode() {
        assertThat(entries())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(identifiers(), exceptions()).distinct().toList());
    }

    @Test
    void identifiers_ofTheCode_areOfOneMessageEach() {
        assertThat(identifiers()).doesNotHaveDuplicates();
    }

    @Test
    void warnings_ofTheCode_haveAnIdentifier() {
        assertThat(sources().flatMap(source -> WARNING.matcher(source).results().map(MatchResult::group)))
                .isEmpty();
    }

    private static Stream<String> identifiers() {
        return sources().flatMap(source -> IDENTIFIER.matcher(source).results().map(found -> found.group(1)));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).map(TroubleshootingTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public exceptions that a caller can catch. */
    private static Stream<String> exceptions() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.buymed4j").stream()
                        .filter(type -> type.isAssignableTo(BuymedException.class))
                        .filter(type -> !type.getPackageName().contains(".internal"))
                        .map(JavaClass::getSimpleName);
    }

    private static List<String> said(Provocation provocation) {
        return SAID.computeIfAbsent(provocation, scene -> {
            try {
                return scene.messages();
            } catch (Exception e) {
                throw new AssertionError(scene.entry() + " cannot be provoked", e);
            }
        });
    }

    /** The messages of one heading: code blocks, and a table whose first column has the values of a placeholder. */
    private record Entry(Markdown.Section section) {

        private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\|.*");
        private static final Pattern HEADER = Pattern.compile("\\| ([a-z]+) \\|.*");

        /** Each block with each row. */
        List<Template> variants() {
            return blocks().flatMap(block -> block.has(placeholder()) ? withRows(block) : Stream.of(block))
                    .toList();
        }

        /** Those of which each must be provoked: each block with some row, and each row with the first block. */
        List<Template> leastVariants() {
            Template framed = blocks().filter(block -> block.has(placeholder()))
                    .findFirst()
                    .orElse(new Template(""));
            return Stream.concat(blocks(), withRows(framed)).toList();
        }

        private Stream<Template> blocks() {
            return section.blocks().stream()
                    .filter(block -> block.language().equals("text"))
                    .map(block -> new Template(block.text()));
        }

        private Stream<Template> withRows(Template block) {
            return section.prose().stream()
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> block.with(placeholder(), row.group(1)));
        }

        /** What the first column of the table stands for. */
        private String placeholder() {
            return section.prose().stream()
                    .map(HEADER::matcher)
                    .filter(header -> header.matches())
                    .map(header -> header.group(1))
                    .findFirst()
                    .orElse("no table");
        }
    }
}
