package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.FakePlatform.Fault;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.time.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The user logs out, and the platform takes the token back long before its end, while many calls carry it. */
@Timeout(60)
class DeadTokenTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final int THREADS = 32;
    private static final int CALLS = 1_000;

    private final BuymedConfig config = Configured.accounts().buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final Node node = new Node(
                    config,
                    Databases.store(Databases.h2()),
                    platform.service(config),
                    new Time(clock, clock::nanos, new Pauses().blocking()))
            .connect(PHARMACY, platform);
    private final Secret dead = node.token(PHARMACY);
    private final AtomicInteger rejected = new AtomicInteger();

    @Test
    void token_deadButRefreshTokenLives_isRenewedOnce() throws Exception {
        clock.advance(Duration.ofHours(1));
        int asked = platform.requests.get();

        List<Object> outcomes = manyCalls();

        assertThat(outcomes).hasSize(CALLS).containsOnly(node.token(PHARMACY));
        assertThat(platform.requests).hasValue(asked + 1);
        assertThat(rejected.get()).isLessThanOrEqualTo(THREADS);
    }

    @Test
    void token_deadWithItsRefreshToken_requiresAuthorizationAfterOneRequest() throws Exception {
        clock.advance(Duration.ofHours(1));
        platform.revokeAll();
        int asked = platform.requests.get();

        List<Object> outcomes = manyCalls();

        assertThat(outcomes).hasSize(CALLS).containsOnly(AuthorizationRequiredException.class);
        assertThat(platform.requests).hasValue(asked + 1);
        assertThat(rejected.get()).isLessThanOrEqualTo(THREADS);
    }

    @Test
    void token_deadAndTokenServiceAway_isNotSentAgain() throws Exception {
        clock.advance(Duration.ofHours(1));
        platform.fault = Fault.CONNECTION_REFUSED;
        int asked = platform.requests.get();

        List<Object> outcomes = manyCalls();

        assertThat(outcomes).hasSize(CALLS).containsOnly(TokenRenewalException.class);
        assertThat(platform.requests).hasValue(asked + 1);
        assertThat(rejected.get()).isLessThanOrEqualTo(THREADS);
    }

    @Test
    void token_rejectedJustAfterItWasIssued_isServedAndNotRenewedWithEachCall() throws Exception {
        int asked = platform.requests.get();

        manyCalls();

        assertThat(platform.requests).hasValue(asked);
        clock.advance(Duration.ofMinutes(2));
        assertThat(node.token(PHARMACY)).isNotEqualTo(dead);
        assertThat(platform.requests).hasValue(asked + 1);
    }

    private List<Object> manyCalls() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(this::call);
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As the call path: one request, and one more where there is another token. The token that it ended with, or its exception. */
    private Object call() {
        try {
            Secret token = node.token(PHARMACY);
            if (!token.equals(dead)) {
                return token;
            }
            rejected.incrementAndGet();
            Optional<Secret> other = node.tokens.replacementFor(PHARMACY, token);
            return other.isPresent() ? other.get() : "rejected";
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }
}
