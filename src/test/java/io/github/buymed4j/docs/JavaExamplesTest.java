package io.github.buymed4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example in Java compiles. A block is a type, or members of a class, or statements, possibly behind injected
 * fields; a comment {@code <!-- with: … -->} before it has the members that it uses and does not show.
 */
class JavaExamplesTest {

    private static final String PACKAGE = "package ";
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(public |final |abstract )*(class|interface|record|enum) (\\w+)");
    private static final Pattern MEMBER =
            Pattern.compile("(?s)(@\\w+(\\(.*?\\))?\\s+)*(\\w+ )*[\\w<>]+ \\w+\\(.*\\{.*");

    private static final List<String> IMPORTS = List.of(
            "io.github.buymed4j.*",
            "io.github.buymed4j.accounts.*",
            "io.github.buymed4j.config.*",
            "io.github.buymed4j.credentials.*",
            "io.github.buymed4j.pharmacy.*",
            "io.github.buymed4j.quota.*",
            "io.github.buymed4j.rest.*",
            "io.github.buymed4j.rest.reply.*",
            "io.github.buymed4j.security.*",
            "jakarta.ejb.Schedule",
            "jakarta.ejb.Singleton",
            "jakarta.ejb.Stateless",
            "jakarta.enterprise.context.*",
            "jakarta.enterprise.event.Observes",
            "jakarta.inject.Inject",
            "jakarta.servlet.annotation.WebServlet",
            "jakarta.servlet.http.*",
            "jakarta.ws.rs.*",
            "jakarta.ws.rs.core.Response",
            "java.io.IOException",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.CompletionStage",
            "org.eclipse.microprofile.rest.client.annotation.*",
            "org.eclipse.microprofile.rest.client.inject.*");

    static Stream<Markdown.Block> examples() {
        return Documentation.blocks("java");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void example_ofAPage_compiles(Markdown.Block block) {
        assertThat(errors(sources(block))).isEmpty();
    }

    @Test
    void example_withAMistake_isFound() {
        assertThat(errors(sources(block("pharmacy.nothing();")))).isNotEmpty();
        assertThat(errors(sources(block("@Inject Pharmacy pharmacy;\n\npharmacy.nothing();"))))
                .isNotEmpty();
        assertThat(errors(sources(block("void use(Pharmacy pharmacy) {\n    pharmacy.nothing();\n}"))))
                .isNotEmpty();
        assertThat(errors(sources(block("class Use {\n    Nothing nothing;\n}"))))
                .isNotEmpty();
    }

    private static Markdown.Block block(String text) {
        return new Markdown.Block(Path.of("page.md"), 1, "java", "", text);
    }

    /** A block that names its package is compiled with the others of its page that do, which may use each other. */
    private static List<Source> sources(Markdown.Block block) {
        return block.text().startsWith(PACKAGE)
                ? Markdown.of(block.file()).blocks().stream()
                        .filter(other -> other.text().startsWith(PACKAGE))
                        .map(JavaExamplesTest::source)
                        .toList()
                : List.of(source(block));
    }

    private static Source source(Markdown.Block block) {
        Matcher type = TYPE.matcher(block.text());
        boolean isWhole = block.text().startsWith(PACKAGE) || block.text().startsWith("import ");
        if (isWhole && type.find()) {
            return new Source(type.group(3), block.text());
        }
        return type.find(0)
                ? new Source(type.group(3), imports() + block.with() + block.text())
                : new Source("Example", imports() + "class Example {\n" + block.with() + body(block.text()) + "\n}");
    }

    private static String imports() {
        return IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    }

    /** Members as they are; statements in a method, behind the fields. */
    private static String body(String text) {
        if (MEMBER.matcher(text).matches()) {
            return text;
        }
        String fields = text.lines()
                .takeWhile(line -> line.isEmpty() || line.startsWith("@Inject"))
                .collect(Collectors.joining("\n"));
        return fields + "\nvoid example() throws Exception {\n"
                + text.substring(Math.min(text.length(), fields.length())) + "\n}";
    }

    private static List<String> errors(List<Source> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-Xlint:deprecation,removal,rawtypes", "-cp", System.getProperty("java.class.path"));
        compiler.getTask(
                        null,
                        new Nowhere(compiler.getStandardFileManager(found, Locale.ROOT, null)),
                        found,
                        options,
                        null,
                        sources)
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT) + " at: " + line(diagnostic))
                .toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() instanceof Source source && diagnostic.getLineNumber() > 0
                ? source.text.lines().toList().get((int) diagnostic.getLineNumber() - 1)
                : "";
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Throws the classes away. */
    private static final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {

        Nowhere(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return java.io.OutputStream.nullOutputStream();
                }
            };
        }
    }
}
