package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.DyingNode.Step;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} of a node at each step of a renewal; what another one can still do. The table of docs/accounts.md. */
class KilledNodeTest {

    private static final int KILLED = 128 + 9;

    private final String keys = TestKeys.set("k1");
    private final BuymedConfig config =
            Configured.accounts().set("buymed.accounts.keys", keys).buymedConfig();
    private final MovingClock clock = new MovingClock();
    private final Databases.Address database = Databases.newPostgres();
    private final TokenStore store = Databases.store(Databases.postgres(database));
    private final List<FakePlatform> platforms =
            List.of(platform(true, true), platform(true, false), platform(false, false), platform(false, true));
    private final List<PlatformServer> servers =
            platforms.stream().map(PlatformServer::new).toList();

    private enum Outcome {
        KEPT,
        LOST
    }

    private static FakePlatform platform(boolean givesNew, boolean killsOld) {
        FakePlatform platform = new FakePlatform();
        platform.givesNewRefreshToken = givesNew;
        platform.killsOldRefreshToken = killsOld;
        return platform;
    }

    static Account account(int number) {
        return Account.of("pharmacy-" + number);
    }

    @BeforeEach
    void connect() {
        IntStream.range(0, platforms.size()).forEach(i -> survivor(i).connect(account(i), platforms.get(i)));
        clock.advance(Duration.ofDays(5));
    }

    @AfterEach
    void close() {
        servers.forEach(PlatformServer::close);
    }

    /** Lost is only what the platform allows to use once: the answer with the new refresh token died with the node. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            step,              new given and old dies, new given and old lives, none given and old lives, none given and old dies
            BEFORE_SENDING,    KEPT,                   KEPT,                    KEPT,                     KEPT
            AFTER_THE_ANSWER,  LOST,                   KEPT,                    KEPT,                     LOST
            BEFORE_THE_COMMIT, LOST,                   KEPT,                    KEPT,                     LOST
            AFTER_THE_COMMIT,  KEPT,                   KEPT,                    KEPT,                     KEPT
            """)
    void kill_atAStep_losesOnlyWhatThePlatformMakesUnkeepable(
            Step step, Outcome first, Outcome second, Outcome third, Outcome fourth) throws Exception {
        kill(step);
        clock.advance(config.settings().refreshLease());

        assertOutcome(0, first);
        assertOutcome(1, second);
        assertOutcome(2, third);
        assertOutcome(3, fourth);
    }

    @Test
    void kill_beforeSending_othersWaitForTheLeaseBeforeTheyTry() throws Exception {
        kill(Step.BEFORE_SENDING);
        int asked = platforms.get(0).requests.get();

        assertThatThrownBy(() -> survivor(0).token(account(0))).isInstanceOf(TokenRenewalException.class);

        assertThat(platforms.get(0).requests).hasValue(asked);
    }

    private void assertOutcome(int number, Outcome outcome) {
        Node survivor = survivor(number);
        if (outcome == Outcome.KEPT) {
            assertThat(survivor.token(account(number))).isNotNull();
        } else {
            assertThatThrownBy(() -> survivor.token(account(number)))
                    .isInstanceOf(AuthorizationRequiredException.class);
        }
    }

    private Node survivor(int number) {
        return new Node(config, store, platforms.get(number).service(config), clock);
    }

    private void kill(Step step) throws IOException, InterruptedException {
        Process node = start(step);
        try (BufferedReader output = node.inputReader()) {
            for (int reached = 0; reached < platforms.size(); reached++) {
                assertThat(output.readLine()).isEqualTo(DyingNode.REACHED);
            }
        } finally {
            node.destroyForcibly();
        }
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isEqualTo(KILLED);
    }

    private Process start(Step step) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DyingNode.class.getName(),
                step.name(),
                clock.instant().toString(),
                database.toString()));
        Stream<String> addresses = servers.stream().map(PlatformServer::address).map(String::valueOf);
        command.addAll(addresses.toList());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Writer input = process.outputWriter()) {
            input.write(keys + "\n");
        }
        return process;
    }
}
