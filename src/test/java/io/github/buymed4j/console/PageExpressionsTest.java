package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** What the expressions in the console's pages may be on every server. */
class PageExpressionsTest {
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern PROPERTY = Pattern.compile("\\.(\\w+)");

    /** Open Liberty refuses such a page, the other servers do not. */
    @Test
    void property_inAnExpression_isNoKeywordOfJava() throws IOException {
        List<String> properties = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                EXPRESSION
                        .matcher(Files.readString(page))
                        .results()
                        .map(expression -> expression.group(1).replaceAll("'[^']*'", ""))
                        .flatMap(expression -> PROPERTY.matcher(expression).results())
                        .map(MatchResult::group)
                        .map(property -> property.substring(1))
                        .forEach(properties::add);
            }
        }

        assertThat(properties).contains("otherAddress").noneMatch(SourceVersion::isKeyword);
    }
}
