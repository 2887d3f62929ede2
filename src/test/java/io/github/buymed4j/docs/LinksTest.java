package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each link of a page leads somewhere, and each page can be reached from the index. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    static Stream<Markdown> pages() {
        return Documentation.pagesAndDecisions().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_ofAPage_leadToAFileAndItsHeading(Markdown page) {
        assertThat(links(page))
                .allSatisfy(link -> assertThat(missing(page, link)).isEmpty());
    }

    @Test
    void pages_ofDocs_areInTheIndex() {
        Markdown index = Markdown.of(Path.of("docs/README.md"));
        List<Path> linked = links(index).map(link -> target(index, link)).toList();

        assertThat(linked)
                .containsAll(Documentation.pages().stream()
                        .map(Markdown::file)
                        .filter(file -> file.startsWith("docs") && !file.equals(index.file()))
                        .toList());
    }

    /** Those within the project. */
    private static Stream<String> links(Markdown page) {
        return page.sections().stream()
                .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.prose().stream()))
                .flatMap(line ->
                        LINK.matcher(CODE.matcher(line).replaceAll("code")).results())
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static String missing(Markdown page, String link) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return "no file " + target;
        }
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        return anchor.isEmpty() || anchors(target).contains(anchor) ? "" : "no heading " + anchor + " in " + target;
    }

    private static Path target(Markdown page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    }

    private static List<String> anchors(Path file) {
        return Markdown.of(file).sections().stream()
                .map(Markdown.Section::anchor)
                .toList();
    }
}
