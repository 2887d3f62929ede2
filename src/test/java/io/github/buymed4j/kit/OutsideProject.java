package io.github.buymed4j.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    private static final Pattern BLOCK = Pattern.compile("```(java|xml|properties|sh)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("^(?:public )?(?:class|interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final String GROUP = "io/github/buymed4j";
    private static final String VERSION = Objects.requireNonNull(System.getProperty("project.version"));
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>outside</artifactId>
              <version>1</version>
              <packaging>%s</packaging>
              <properties>
                <buymed4j.version>%s</buymed4j.version>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                %s
              </dependencies>
              <build>
                <finalName>shop</finalName>
                <plugins>
                  %s
                </plugins>
              </build>
            </project>
            """;
    private static final String FOR_TESTS = """
                <dependency>
                  <groupId>io.github.buymed4j</groupId>
                  <artifactId>buymed4j</artifactId>
                  <version>${buymed4j.version}</version>
                </dependency>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>%s</version>
                  <scope>test</scope>
                </dependency>
            """;
    private static final List<String> PLUGINS = List.of("resources", "compiler", "surefire", "jar", "war");

    private final Path folder;
    private String commands = "";

    private OutsideProject(Path folder) {
        this.folder = folder;
    }

    /** The examples of the guide are tests. */
    static OutsideProject ofTests(Path folder, Path guide) throws IOException {
        return write(folder, guide, "jar", "src/test", FOR_TESTS.formatted(version("junit")));
    }

    /** The examples of the guide are an application. */
    static OutsideProject ofAnApplication(Path folder, Path guide) throws IOException {
        return write(folder, guide, "war", "src/main", "");
    }

    private static OutsideProject write(Path folder, Path guide, String packaging, String sources, String dependencies)
            throws IOException {
        OutsideProject project = new OutsideProject(folder);
        StringBuilder all = new StringBuilder(dependencies);
        for (MatchResult block :
                BLOCK.matcher(Files.readString(guide)).results().toList()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "java" -> project.source(sources + "/java/", text);
                case "properties" -> project.file(sources + "/resources/junit-platform.properties", text);
                case "sh" -> project.commands += text;
                default -> all.append(text);
            }
        }
        StringBuilder plugins = new StringBuilder();
        for (String plugin : PLUGINS) {
            plugins.append("<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>"
                    .formatted(plugin, version(plugin.equals("surefire") ? "failsafe-plugin" : plugin + "-plugin")));
        }
        project.file("pom.xml", POM.formatted(packaging, VERSION, all, plugins));
        project.makeRepository();
        return project;
    }

    /** A block that is no whole source file shows one line of one. */
    private void source(String folder, String text) throws IOException {
        Matcher type = TYPE.matcher(text);
        if (type.find()) {
            Matcher found = PACKAGE.matcher(text);
            String place = found.find() ? found.group(1).replace('.', '/') + "/" : "";
            file(folder + place + type.group(1) + ".java", text);
        }
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Of a property of our build: what is in the local repository already. */
    private static String version(String name) throws IOException {
        Matcher matcher =
                Pattern.compile("<" + name + "\\.version>(.*?)<").matcher(Files.readString(Path.of("pom.xml")));
        if (!matcher.find()) {
            throw new AssertionError(name);
        }
        return matcher.group(1);
    }

    /** All of the local repository by links, and our artifacts beside them: nothing is installed. */
    private void makeRepository() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        file(".mvn/maven.config", "--offline\n--batch-mode\n-Dmaven.repo.local=" + repository + "\n");
        link(Path.of(System.getProperty("maven.repository")), repository, Path.of(GROUP));
        Path ours = Files.createDirectories(
                repository.resolve(GROUP).resolve("buymed4j").resolve(VERSION));
        String name = "buymed4j-" + VERSION;
        Files.copy(Path.of("target", "buymed4j.pom"), ours.resolve(name + ".pom"));
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
        execute(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(), "-q", "test");
    }

    /** Executes the guide's commands beside those files, on free ports; all that they have printed until they end. */
    String executeCommands(Path... beside) throws IOException, InterruptedException {
        for (Path file : beside) {
            Files.createSymbolicLink(folder.resolve(file.getFileName()), file.toAbsolutePath());
        }
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        String environment = "export PATH=%s/bin:$PATH JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=%s\n"
                .formatted(System.getProperty("maven.home"), temporary);
        String onFreePorts = commands.replace("8080", freePort()).replace("8090", freePort());
        file("commands", "trap 'kill $(jobs -p)' EXIT; trap 'exit 1' TERM; set -e\n" + environment + onFreePorts);
        return execute("bash", "commands");
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
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
            if (!ended) {
                process.destroy();
                process.waitFor(10, TimeUnit.SECONDS);
            }
            String text = Files.readString(output, UTF_8);
            if (process.isAlive() || process.exitValue() != 0) {
                throw new AssertionError(text);
            }
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
