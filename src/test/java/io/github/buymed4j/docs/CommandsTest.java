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

/**
 * Each command of a page is one that a test runs: a test reads it from the page, or it is in the test or in a script that
 * a test executes. For each other one the reason is said.
 */
class CommandsTest {

    private static final Set<String> LANGUAGES =
            Set.of("", "text", "java", "properties", "xml", "bash", "sh", "yaml", "json", "mermaid");
    private static final Pattern COMMAND = Pattern.compile(
            "(\\./|mvn |java |cp |mv |chmod |kubectl |curl |export |BUYMED_|printf |openssl |sudo |npm |docker ).*");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export )?([A-Z_]+)=(?:\\$\\([^)]*\\)|\\S*) *");
    private static final String TESTS = "src/test/java/io/github/buymed4j/";

    /** Blocks that a test reads from the page and carries out as they stand: all of a page, or the one that begins so. */
    private record CarriedOut(String page, String beginning, String test) {}

    private static final List<CarriedOut> CARRIED_OUT = List.of(
            new CarriedOut("docs/rotation.md", "", "drill/Runbook.java"), // for RunbookIT and KubernetesRunbookIT
            new CarriedOut("README.md", "mvn -q package\n", "kit/ReadmeIT.java"),
            new CarriedOut("docs/start.md", "umask 077\n", "kit/StartPageIT.java"),
            new CarriedOut("docs/accounts.md", "", "docs/CommandsTest.java"),
            new CarriedOut("docs/troubleshooting.md", "", "docs/CommandsTest.java"),
            new CarriedOut(
                    "server-config/payara-micro/README.md", "BUYMED_CREDENTIALS_FILE=", "server/PayaraVaultIT.java"));

    /**
     * A test, or a script that a test executes, which has a command.
     *
     * @param words the file's in place of the page's; quotation marks do not count
     */
    private record Tried(String file, Map<String, String> words) {

        String has(String command) {
            String text = command;
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        }
    }

    /** RunCommandIT executes {@code ./run}, and so the scripts of {@code server-config}; {@code ./verify} builds a release. */
    private static final Map<String, Tried> TRIED = Map.ofEntries(
            entry("./run", new Tried(TESTS + "server/RunCommand.java", Map.of("./run", "List.of(./run)"))),
            entry(
                    "mvn verify -P release,sign", // the tests have no key to sign with
                    new Tried("verify", Map.of("mvn ", "mvn -q ", ",sign", ""))),
            entry(
                    "java -jar buymed4j-sandbox.jar [--port 8090] [--data DIR]",
                    new Tried(TESTS + "kit/SandboxJarIT.java", Map.of("8090", "PORT"))),
            entry(
                    "java server-config/HashPassword.java",
                    new Tried(TESTS + "internal/config/PasswordHashTest.java", Map.of("java ", "java, "))),
            entry(
                    "server-config/wildfly/configure WILDFLY_HOME BASE",
                    new Tried(
                            "server-config/wildfly/start.bash",
                            Map.of("server-config/wildfly", "$config", "WILDFLY_HOME", "$home", "BASE", "$base"))),
            entry(
                    "cp buymed4j.war BASE/deployments/ROOT.war",
                    new Tried("run", Map.of("buymed4j.war", "$PRODUCT", "BASE/deployments", "$1"))),
            entry(
                    "WILDFLY_HOME/bin/standalone.sh -Djboss.server.base.dir=BASE",
                    new Tried("server-config/wildfly/start.bash", Map.of("WILDFLY_HOME", "$home", "BASE", "$base"))));

    /** Why no test runs a command. */
    private static final Map<String, String> NOT_TRIED = Map.of(
            "./verify", "runs all tests",
            "./verify --on SERVER [OPTION...]", "runs all tests of a server",
            "./verify --matrix [--all] [ROW...]", "runs all tests on each of many servers",
            "mvn verify", "runs all tests",
            "mvn test -Dtest=PublicApiTest -Ddocs.write=true", "writes into docs/api; BundleIT looks if it was done",
            "git tag -s vVERSION", "signs with the maintainer's key");

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
        return blocks().filter(block -> CARRIED_OUT.stream().noneMatch(some -> isOf(some, block)));
    }

    private static Stream<Markdown.Block> blocks() {
        return Stream.of("bash", "sh").flatMap(Documentation::blocks);
    }

    private static boolean isOf(CarriedOut some, Markdown.Block block) {
        return block.file().equals(Path.of(some.page())) && block.text().startsWith(some.beginning());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void commands_ofABlock_areTriedOrItIsSaidWhyNot(Markdown.Block block) {
        assertThat(commandsOf(block)).allMatch(command -> TRIED.containsKey(command) || NOT_TRIED.containsKey(command));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void variables_ofABlock_areSetByABlockThatIsCarriedOut(Markdown.Block block) {
        assertThat(CARRIED_OUT.stream()
                        .flatMap(some -> blocks().filter(other -> isOf(some, other)))
                        .flatMap(CommandsTest::variablesOf))
                .containsAll(variablesOf(block).toList());
    }

    /** Without the comments and without the variables before a command. */
    private static Stream<String> commandsOf(Markdown.Block block) {
        return block.text()
                .lines()
                .map(line -> line.replaceFirst("(^| +)# .*", ""))
                .map(line -> ASSIGNMENT.matcher(line).replaceAll(""))
                .filter(line -> !line.isBlank());
    }

    private static Stream<String> variablesOf(Markdown.Block block) {
        return ASSIGNMENT.matcher(block.text()).results().map(found -> found.group(1));
    }

    @Test
    void tests_thatCarryOutBlocks_readThemFromThePage() {
        assertThat(CARRIED_OUT).allSatisfy(some -> {
            assertThat(blocks()).anyMatch(block -> isOf(some, block));
            assertThat(read(TESTS + some.test()).replace("\", \"", "/")).contains(some.page() + "\"");
        });
    }

    @Test
    void files_thatTryCommands_haveThem() {
        assertThat(TRIED)
                .allSatisfy((command, tried) ->
                        assertThat(read(tried.file()).replace("\"", "")).contains(tried.has(command)));
    }

    @Test
    void commands_ofTheTables_areOnAPage() {
        assertThat(commands().flatMap(CommandsTest::commandsOf))
                .containsAll(TRIED.keySet())
                .containsAll(NOT_TRIED.keySet());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
