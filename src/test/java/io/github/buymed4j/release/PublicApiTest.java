package io.github.buymed4j.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the last release offered may go unannounced. Its text is {@code docs/api/VERSION.txt}; with
 * {@code -Ddocs.write=true} this test writes the text of the version that is built, which is done once for each release.
 */
class PublicApiTest {

    private static final Path TEXTS = Path.of("docs", "api");
    private static final Pattern VERSION = Pattern.compile("<version>(.+?)(-SNAPSHOT)?</version>");

    interface Before {
        String kept();

        void changed(int number);
    }

    interface After {
        String kept();

        void changed(long number);

        default void added() {}
    }

    @Test
    void api_comparedWithTheLastRelease_breaksNothingUnannounced() throws IOException {
        PublicApi api = ofTheProduct();
        if (Boolean.getBoolean("docs.write")) {
            api.writeTo(textOf(version()));
        }
        String announced = Files.readString(Path.of("docs", "upgrading.md"));

        assertThat(api.breaksOf(PublicApi.readFrom(lastText())))
                .as("an incompatible change needs a new minor version and, in docs/upgrading.md, this line")
                .filteredOn(change -> !announced.contains(change))
                .isEmpty();
    }

    @Test
    void breaksOf_methodThatIsChanged_areTheOldAndTheNewOne() {
        PublicApi after = renamed(PublicApi.of(List.of(After.class)));

        assertThat(after.breaksOf(PublicApi.of(List.of(Before.class))))
                .containsExactly(
                        "gone: release.PublicApiTest$Before: public abstract void changed(int)",
                        "demanded: release.PublicApiTest$Before: public abstract void changed(long)");
    }

    @Test
    void breaksOf_anAddition_areNone() {
        PublicApi before = PublicApi.of(List.of(Before.class));
        PublicApi more = PublicApi.of(List.of(Before.class, After.class));

        assertThat(more.breaksOf(before)).isEmpty();
    }

    private static PublicApi renamed(PublicApi after) {
        return new PublicApi(after.lines().stream()
                .map(line -> line.replace("$After", "$Before"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Of the public types, those of {@code docs/api.md} that are for applications. */
    static PublicApi ofTheProduct() throws IOException {
        String page = Files.readString(Path.of("docs", "api.md"));
        Set<String> promised = Pattern.compile("`([A-Z]\\w+)`")
                .matcher(page.substring(0, page.indexOf("## Not for applications")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Collection<Class<?>> types = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.buymed4j").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> promised.contains(type.getSimpleName()))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
        return PublicApi.of(types);
    }

    static Path textOf(String version) {
        return TEXTS.resolve(version + ".txt");
    }

    static String version() throws IOException {
        return VERSION.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Path lastText() throws IOException {
        try (Stream<Path> texts = Files.list(TEXTS)) {
            return texts.max(Comparator.comparing(PublicApiTest::versionOf)).orElseThrow();
        }
    }

    /** {@code 0.10.0} is after {@code 0.9.0}. */
    private static ModuleDescriptor.Version versionOf(Path text) {
        String name = text.getFileName().toString();
        return ModuleDescriptor.Version.parse(name.substring(0, name.length() - ".txt".length()));
    }
}
