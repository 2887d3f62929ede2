package io.github.buymed4j.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.AccountsCheck;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command of a page is run by a test: by one of these here, or by the one that this table names. */
class CommandsTest {

    private static final Set<String> LANGUAGES =
            Set.of("", "text", "java", "properties", "xml", "bash", "sh", "yaml", "json", "mermaid");
    private static final Pattern COMMAND = Pattern.compile(
            "(\\./|mvn |java |cp |mv |chmod |kubectl |curl |export |BUYMED_|printf |openssl |sudo |npm |docker ).*");
    private static final Pattern ASSIGNMENT = Pattern.compile("(export )?[A-Z_]+=\\S*");

    /** Pages of which a test carries out each block as it stands. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "docs/rotation.md", List.of("drill/RunbookIT", "drill/KubernetesRunbookIT"),
            "README.md", List.of("server/RunCommandIT", "kit/ReadmeIT"),
            "docs/start.md", List.of("server/RunCommandIT", "kit/StartPageIT"),
            "docs/accounts.md", List.of("docs/CommandsTest"),
            "docs/troubleshooting.md", List.of("docs/CommandsTest"));

    /** The beginning of a command, and the tests that run it. */
    private static final Map<String, List<String>> COMMANDS = Map.ofEntries(
            entry("./run", List.of("server/RunCommandIT")),
            entry("./verify", List.of()), // runs all tests, so that none can run it
            entry("mvn verify", List.of()), // the same
            entry("git tag", List.of()), // the maintainer's, who signs it
            entry("mvn test -Dtest=PublicApiTest", List.of("release/PublicApiTest")),
            entry("mvn verify -P release", List.of("release/BundleIT")),
            entry("java -jar buymed4j-sandbox.jar", List.of("kit/SandboxJarIT", "kit/KeptDataIT")),
            entry("java server-config/HashPassword.java", List.of("internal/config/PasswordHashTest")),
            entry("server-config/wildfly/configure", List.of("server/RunCommandIT")),
            entry("cp buymed4j.war", List.of("server/RunCommandIT")),
            entry(
                    "BUYMED_CREDENTIALS_FILE=/etc/buymed/credentials.properties java -jar payara-micro.jar",
                    List.of("server/RunCommandIT")),
            entry(
                    "BUYMED_CREDENTIALS_FILE=/etc/buymed/credentials.properties WILDFLY_HOME/bin/standalone.sh",
                    List.of("server/RunCommandIT")));

    @TempDir
    Path folder;

    @Test
    void blocks_ofThePages_areOfAKnownLanguageAndCommandsAreBash() {
        assertThat(Documentation.pages().stream().flatMap(page -> page.blocks().stream()))
                .allSatisfy(block -> {
                    assertThat(LANGUAGES).contains(block.language());
                    assertThat(block.language().isEmpty()
                                    && block.text().lines().anyMatch(COMMAND.asMatchPredicate()))
                            .as("commands in a block without a language")
                            .isFalse();
                });
    }

    static Stream<Markdown.Block> commands() {
        return Stream.of("bash", "sh")
                .flatMap(Documentation::blocks)
                .filter(block -> !PAGES.containsKey(block.file().toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void commands_ofABlock_areRunByATest(Markdown.Block block) {
        assertThat(block.text().lines().map(line -> line.replaceFirst("(^| +)# .*", "")))
                .allMatch(line -> line.isBlank()
                        || ASSIGNMENT.matcher(line).matches()
                        || COMMANDS.keySet().stream().anyMatch(line::startsWith));
    }

    @Test
    void tests_ofTheTables_exist() {
        assertThat(Stream.concat(PAGES.values().stream(), COMMANDS.values().stream())
                        .flatMap(List::stream))
                .allMatch(name -> Files.exists(Path.of("src/test/java/io/github/buymed4j", name + ".java")));
    }

    @Test
    void key_madeAsThePageSays_isAccepted() throws Exception {
        String jwkSet = run(only("docs/accounts.md"));

        assertThat(Deployment.of()
                        .checkedBy(new AccountsCheck())
                        .with("buymed.redirect-uri", "https://shop.example/buymed/callback")
                        .with("buymed.accounts.keys", jwkSet)
                        .refusal())
                .isEmpty();
    }

    @Test
    void fingerprint_computedAsThePageSays_isThatOfTheMessages() throws Exception {
        String secret = Canary.secret();
        Files.writeString(folder.resolve("client-secret"), secret + "\n");

        assertThat(run(only("docs/troubleshooting.md")).strip())
                .isEqualTo(Secret.of(secret).fingerprint());
    }

    private static String only(String page) {
        return Markdown.of(Path.of(page)).blocks().stream()
                .filter(block -> block.language().equals("bash"))
                .map(Markdown.Block::text)
                .reduce((one, other) -> {
                    throw new AssertionError(page + " has more than one command: test each");
                })
                .orElseThrow();
    }

    /** What the commands print. */
    private String run(String commands) throws Exception {
        Process shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = text(shell);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
