package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.time.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** However many calls and nodes find a token expired, the platform is asked once. */
class SingleFlightTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final BuymedConfig config =
            Configured.accounts().set("buymed.accounts.refresh-wait", "PT5M").buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();

    @Test
    void expired_thousandCallsOnOneNode_askOnce() throws Exception {
        Node node = node(Databases.store(Databases.h2())).connect(PHARMACY, platform);
        clock.advance(Duration.ofDays(5));

        List<Secret> tokens = together(1_000, 1_000, call -> node.token(PHARMACY));

        assertThat(platform.processed).hasValue(2);
        assertThat(tokens).hasSize(1_000).containsOnly(node.token(PHARMACY));
    }

    @Test
    void expired_anotherCallRenewsForTooLong_failsTyped() throws Exception {
        BuymedConfig impatient = Configured.accounts()
                .set("buymed.accounts.refresh-wait", "PT0.2S")
                .buymedConfig();
        Node node = node(impatient, Databases.store(Databases.h2())).connect(PHARMACY, platform);
        clock.advance(Duration.ofDays(5));
        CountDownLatch renewing = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        platform.whileProcessing = () -> {
            renewing.countDown();
            await(ending);
        };
        CompletableFuture<Secret> first = CompletableFuture.supplyAsync(() -> node.token(PHARMACY));
        await(renewing);

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);

        ending.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void stale_thousandCallsOnOneNode_askOnceAndNobodyWaits() throws Exception {
        Node node = node(Databases.store(Databases.h2())).connect(PHARMACY, platform);
        Secret stale = node.token(PHARMACY);
        clock.advance(Duration.ofHours(119));
        CountDownLatch served = new CountDownLatch(999);
        platform.whileProcessing = () -> await(served);

        List<Secret> tokens = together(1_000, 1_000, call -> {
            Secret token = node.token(PHARMACY);
            served.countDown();
            return token;
        });

        assertThat(platform.processed).hasValue(2);
        assertThat(tokens.stream().filter(stale::equals)).hasSize(999);
    }

    @Test
    void expired_threeNodesOnPostgres_askOnce() throws Exception {
        DataSource database = Databases.postgres();
        List<Node> nodes = nodes(database);
        nodes.get(0).connect(PHARMACY, platform);
        clock.advance(Duration.ofDays(5));

        List<Secret> tokens = together(900, 900, call -> nodes.get(call % 3).token(PHARMACY));

        assertThat(platform.processed).hasValue(2);
        assertThat(tokens).hasSize(900).containsOnly(nodes.get(0).token(PHARMACY));
    }

    @Test
    void expired_twoThousandAccountsOnThreeNodes_askOnceEach() throws Exception {
        int accounts = 2_000;
        List<Node> nodes = nodes(Databases.postgres());
        IntStream.range(0, accounts).forEach(i -> nodes.get(0).connect(account(i), platform));
        clock.advance(Duration.ofDays(5));

        List<Secret> tokens =
                together(3 * accounts, 48, call -> nodes.get(call / accounts).token(account(call % accounts)));

        assertThat(platform.processed).hasValue(2 * accounts);
        assertThat(tokens.stream().distinct()).hasSize(accounts);
    }

    private static Account account(int number) {
        return Account.of("pharmacy-" + number);
    }

    private List<Node> nodes(DataSource database) {
        return IntStream.range(0, 3)
                .mapToObj(i -> node(Databases.store(database)))
                .toList();
    }

    private Node node(TokenStore store) {
        return node(config, store);
    }

    private Node node(BuymedConfig settings, TokenStore store) {
        return new Node(
                settings, store, platform.service(settings), new Time(clock, clock::nanos, new Pauses().blocking()));
    }

    private interface Call {
        Secret make(int number);
    }

    /** All at once, as far as there are threads. */
    private static List<Secret> together(int calls, int threadCount, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Secret>> running = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                int mine = number;
                Callable<Secret> task = () -> {
                    start.await();
                    return call.make(mine);
                };
                running.add(threads.submit(task));
            }
            start.countDown();
            List<Secret> tokens = new ArrayList<>();
            for (Future<Secret> one : running) {
                tokens.add(one.get());
            }
            return tokens;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
