package io.github.buymed4j.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler's own check of comments. The release has no gate for them: it does not demand a {@code @param} and a {@code @return} of each. */
class CommentsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-implicit:none",
            "-Xdoclint:missing/protected",
            "-Xmaxwarns",
            "10000",
            "-classpath",
            System.getProperty("java.class.path"));

    @Test
    void comments_ofAllMembersOfThePublicTypes_areThere(@TempDir Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            files.setLocationFromPaths(javax.tools.StandardLocation.CLASS_OUTPUT, List.of(classes));

            compiler.getTask(null, files, found, OPTIONS, null, files.getJavaFileObjectsFromPaths(publicPackages()))
                    .call();
        }

        assertThat(found.getDiagnostics().stream()
                        .map(CommentsTest::text)
                        .filter(text -> text.endsWith("no comment"))
                        // whose meaning the platform does not document
                        .filter(text -> !text.startsWith("OrderStatus.java")))
                .isEmpty();
    }

    private static List<Path> publicPackages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*[/\\\\](internal|console)[/\\\\].*"))
                    .toList();
        }
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        return (diagnostic.getSource() == null
                        ? ""
                        : Path.of(diagnostic.getSource().getName()).getFileName()) + ":" + diagnostic.getLineNumber()
                + " " + diagnostic.getMessage(Locale.ROOT);
    }
}
