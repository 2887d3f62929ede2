package io.github.buymed4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages that this project publishes for its users. */
final class Documentation {

    private Documentation() {}

    static List<Markdown> pages() {
        return files().filter(file -> !file.startsWith("docs/adr"))
                .map(Markdown::of)
                .toList();
    }

    /** The decisions too. */
    static List<Markdown> pagesAndDecisions() {
        return files().map(Markdown::of).toList();
    }

    /** The blocks of the pages in one language. */
    static Stream<Markdown.Block> blocks(String language) {
        return pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language));
    }

    private static Stream<Path> files() {
        return Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "server-config")
                .map(Path::of)
                .flatMap(Documentation::markdown);
    }

    private static Stream<Path> markdown(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
