package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From EL 6 (Jakarta EE 11) on, an expression sees what is in an {@code Optional}, so that a page must use none of its methods. */
class OptionalsInPagesTest {

    /** {@code limit()} is an {@code OptionalInt}, which EL leaves as it is. */
    private static final Pattern METHOD = Pattern.compile("(?<!limit\\(\\))\\.(present|orElse\\()");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_each_callsNoMethodOfAnOptional(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(METHOD);
    }
}
