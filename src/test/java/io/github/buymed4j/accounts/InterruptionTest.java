package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.Hold;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.time.Pauses;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that is to end does not wait for a token that others renew. */
@Timeout(60)
class InterruptionTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final BuymedConfig config =
            Configured.accounts().set("buymed.accounts.refresh-wait", "PT5M").buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final Node node = new Node(
                    config, store, platform.service(config), new Time(clock, clock::nanos, new Pauses().blocking()))
            .connect(PHARMACY, platform);

    @AfterEach
    void clearFlag() {
        Thread.interrupted();
    }

    @Test
    void interrupted_whileAnotherNodeRenews_endsAtOnceAndKeepsTheFlag() {
        clock.advance(Duration.ofDays(5));
        StoredAccount stored = store.find(PHARMACY).orElseThrow();
        store.replace(stored.held(new Hold(Hold.Reason.RENEWING, clock.instant().plusSeconds(60))));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interrupted_whileAnotherThreadRenews_endsAtOnceAndTheOtherGoesOn() throws Exception {
        clock.advance(Duration.ofDays(5));
        CountDownLatch renewing = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        platform.whileProcessing = () -> {
            renewing.countDown();
            await(answer);
        };
        CompletableFuture<Secret> other = CompletableFuture.supplyAsync(() -> node.token(PHARMACY));
        assertThat(renewing.await(30, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> node.token(PHARMACY)).isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        answer.countDown();
        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(node.token(PHARMACY));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
