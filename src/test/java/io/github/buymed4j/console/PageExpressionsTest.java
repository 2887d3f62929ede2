package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the expressions in the console's pages may be on every server. */
class PageExpressionsTest {
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern PROPERTY = Pattern.compile("\\.(\\w+)");

    /** {@code limit()} is an {@code OptionalInt}, which EL leaves as it is. */
    private static final Pattern METHOD_OF_AN_OPTIONAL = Pattern.compile("(?<!limit\\(\\))\\.(present|orElse\\()");

    private static final Pattern VARIABLE = Pattern.compile("\\bvar(?:Status)?=\"(\\w+)\"");

    /** Of Jakarta Expression Language in Faces and in pages: what an expression finds before any variable. */
    private static final Set<String> IMPLICIT = Set.of(
            "application",
            "applicationScope",
            "cc",
            "component",
            "cookie",
            "externalContext",
            "facesContext",
            "flash",
            "flowScope",
            "header",
            "headerValues",
            "initParam",
            "param",
            "paramValues",
            "request",
            "requestScope",
            "resource",
            "session",
            "sessionScope",
            "view",
            "viewScope");

    /** Open Liberty refuses such a page, the other servers do not. */
    @Test
    void property_inAnExpression_isNoKeywordOfJava() throws IOException {
        List<String> properties = new ArrayList<>();
        for (Path page : pages()) {
            EXPRESSION
                    .matcher(Files.readString(page))
                    .results()
                    .map(expression -> expression.group(1).replaceAll("'[^']*'", ""))
                    .flatMap(expression -> PROPERTY.matcher(expression).results())
                    .map(MatchResult::group)
                    .map(property -> property.substring(1))
                    .forEach(properties::add);
        }

        assertThat(properties).contains("otherAddress").noneMatch(SourceVersion::isKeyword);
    }

    /** The page would read the server's object in its place, and fail. */
    @Test
    void variable_ofARepetition_isNoImplicitObject() throws IOException {
        List<String> variables = new ArrayList<>();
        for (Path page : pages()) {
            VARIABLE.matcher(Files.readString(page))
                    .results()
                    .map(variable -> variable.group(1))
                    .forEach(variables::add);
        }

        assertThat(variables).contains("row", "waiter").doesNotContainAnyElementsOf(IMPLICIT);
    }

    /** From EL 6 (Jakarta EE 11) on, an expression sees what is in an {@code Optional}, so that a page must use none of its methods. */
    @ParameterizedTest
    @MethodSource("pages")
    void page_each_callsNoMethodOfAnOptional(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(METHOD_OF_AN_OPTIONAL);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
