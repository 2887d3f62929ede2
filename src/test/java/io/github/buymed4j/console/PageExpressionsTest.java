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

/** What the expressions in the console's pages may be on every server. */
class PageExpressionsTest {
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern PROPERTY = Pattern.compile("\\.(\\w+)");

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
        for (String page : pages()) {
            EXPRESSION
                    .matcher(page)
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
        for (String page : pages()) {
            VARIABLE.matcher(page).results().map(variable -> variable.group(1)).forEach(variables::add);
        }

        assertThat(variables).contains("row", "waiter").doesNotContainAnyElementsOf(IMPLICIT);
    }

    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                pages.add(Files.readString(page));
            }
        }
        return pages;
    }
}
