package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for all templates of the pages. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/sandbox/jte");
    private static final Pattern FIELD = Pattern.compile(
            "<(?:input|select|textarea) (?![^>]*type=\"(?:hidden|checkbox|radio)\")[^>]*id=\"([^\"]+)\"");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_escapesEveryValue_andHasNoInlineScriptOrStyle(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContain("$unsafe", "style=", "onclick=", "javascript:")
                .doesNotContainPattern("<script(?! src)");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void template_formThatPosts_hasTheToken(Path template) throws IOException {
        String[] forms = Files.readString(template).split("<form method=\"post\"", -1);
        for (int form = 1; form < forms.length; form++) {
            assertThat(forms[form]).contains("@template.html.csrf(view = view)");
        }
    }

    @Test
    void fields_haveLabels() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            Matcher field = FIELD.matcher(text);
            while (field.find()) {
                boolean wrapped =
                        text.lastIndexOf("<label>", field.start()) > text.lastIndexOf("</label>", field.start());
                assertThat(wrapped || text.contains("for=\"" + field.group(1) + "\""))
                        .as(template + " " + field.group(1))
                        .isTrue();
            }
        }
    }
}
