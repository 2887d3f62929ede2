package io.github.buymed4j.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maven project made of the code blocks of a guide. */
final class OutsideProject {
    private static final Pattern BLOCK = Pattern.compile("```(java|xml|properties)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^(?:public )?class (\\w+)", Pattern.MULTILINE);
    private static final String GROUP = "io/github/buymed4j";
    private static final String VERSION = Objects.requireNonNull(System.getProperty("project.version"));
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>outside</artifactId>
              <version>1</version>
              <properties>
                <buymed4j.version>%s</buymed4j.version>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>io.github.buymed4j</groupId>
                  <artifactId>buymed4j</artifactId>
                  <version>${buymed4j.version}</version>
                </dependency>
                %s
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>%s</version>
                  <scope>test</scope>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  %s
                </plugins>
              </build>
            </project>
            """;
    private static final List<String> PLUGINS = List.of("resources", "compiler", "surefire");

    private final Path folder;

    private OutsideProject(Path folder) {
        this.folder = folder;
    }

    static OutsideProject write(Path folder, Path guide) throws IOException {
        OutsideProject project = new OutsideProject(folder);
        String ours = Files.readString(Path.of("pom.xml"));
        String dependencies = "";
        for (MatchResult block :
                BLOCK.matcher(Files.readString(guide)).results().toList()) {
            switch (block.group(1)) {
                case "java" -> project.file("src/test/java/" + className(block.group(2)) + ".java", block.group(2));
                case "properties" -> project.file("src/test/resources/junit-platform.properties", block.group(2));
                default -> dependencies += block.group(2);
            }
        }
        StringBuilder plugins = new StringBuilder();
        for (String plugin : PLUGINS) {
            plugins.append("<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>"
                    .formatted(
                            plugin, version(ours, plugin.equals("surefire") ? "failsafe-plugin" : plugin + "-plugin")));
        }
        project.file("pom.xml", POM.formatted(VERSION, dependencies, version(ours, "junit"), plugins));
        project.makeRepository();
        return project;
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String className(String source) {
        Matcher matcher = CLASS.matcher(source);
        if (!matcher.find()) {
            throw new AssertionError("An example without a class");
        }
        return matcher.group(1);
    }

    /** Of a property of our build: what is in the local repository already. */
    private static String version(String pom, String name) {
        Matcher matcher = Pattern.compile("<" + name + "\\.version>(.*?)<").matcher(pom);
        if (!matcher.find()) {
            throw new AssertionError(name);
        }
        return matcher.group(1);
    }

    /** All of the local repository by links, and our artifacts beside them: nothing is installed. */
    private void makeRepository() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        link(Path.of(System.getProperty("maven.repository")), repository, Path.of(GROUP));
        Path ours = Files.createDirectories(
                repository.resolve(GROUP).resolve("buymed4j").resolve(VERSION));
        String name = "buymed4j-" + VERSION;
        Files.copy(Path.of("pom.xml"), ours.resolve(name + ".pom"));
        Files.copy(Path.of("target", "buymed4j.jar"), ours.resolve(name + ".jar"));
        Files.copy(Path.of("target", "buymed4j-sandbox.jar"), ours.resolve(name + "-sandbox.jar"));
    }

    /** Links what is in a folder, but for the one on the way to what is left out. */
    private static void link(Path from, Path to, Path leftOut) throws IOException {
        Path own = leftOut.getName(0);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(entry -> !entry.endsWith(own)).toList()) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
        Files.createDirectory(to.resolve(own));
        if (leftOut.getNameCount() > 1) {
            link(from.resolve(own), to.resolve(own), leftOut.subpath(1, leftOut.getNameCount()));
        }
    }

    void test() throws IOException, InterruptedException {
        execute(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-o",
                "-B",
                "-q",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "test");
    }

    String report(String testClass) throws IOException {
        String report = Files.readString(folder.resolve("target/surefire-reports/TEST-" + testClass + ".xml"));
        return report.substring(report.indexOf("<testsuite"), report.indexOf('>', report.indexOf("<testsuite")));
    }

    /** What the program prints, with the sandbox's jar and nothing else. */
    String run(String mainClass) throws IOException, InterruptedException {
        Path jar = Path.of("target", "buymed4j-sandbox.jar").toAbsolutePath();
        String separator = File.pathSeparator;
        return execute(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                folder.resolve("target/test-classes") + separator + jar,
                mainClass);
    }

    private String execute(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            String text = Files.readString(output, UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(text);
            }
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
