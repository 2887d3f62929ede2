package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.iam.FakePlatform;
import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.FailingStore;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.TokenStoreException;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A node dies at each step of a renewal; what the others can still do. The table of docs/accounts.md. */
class CrashTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final BuymedConfig config = Configured.accounts().buymedConfig();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final FailingStore dyingStore = new FailingStore(store);
    private final TokenService service = platform.service(config);
    private final Node survivor = new Node(config, store, service, clock, clock::advance).connect(PHARMACY, platform);

    private enum Step {
        BEFORE_SENDING,
        AFTER_THE_ANSWER,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private enum Outcome {
        KEPT,
        LOST
    }

    /** Lost is only what the platform allows to use once: the answer with the new refresh token died with the node. */
    static Stream<Arguments> table() {
        return Stream.of(
                row(Step.BEFORE_SENDING, true, true, Outcome.KEPT),
                row(Step.BEFORE_SENDING, true, false, Outcome.KEPT),
                row(Step.BEFORE_SENDING, false, false, Outcome.KEPT),
                row(Step.BEFORE_SENDING, false, true, Outcome.KEPT),
                row(Step.AFTER_THE_ANSWER, true, true, Outcome.LOST),
                row(Step.AFTER_THE_ANSWER, true, false, Outcome.KEPT),
                row(Step.AFTER_THE_ANSWER, false, false, Outcome.KEPT),
                row(Step.AFTER_THE_ANSWER, false, true, Outcome.LOST),
                row(Step.BEFORE_THE_COMMIT, true, true, Outcome.LOST),
                row(Step.BEFORE_THE_COMMIT, true, false, Outcome.KEPT),
                row(Step.BEFORE_THE_COMMIT, false, false, Outcome.KEPT),
                row(Step.BEFORE_THE_COMMIT, false, true, Outcome.LOST),
                row(Step.AFTER_THE_COMMIT, true, true, Outcome.KEPT),
                row(Step.AFTER_THE_COMMIT, true, false, Outcome.KEPT),
                row(Step.AFTER_THE_COMMIT, false, false, Outcome.KEPT),
                row(Step.AFTER_THE_COMMIT, false, true, Outcome.KEPT));
    }

    private static Arguments row(Step step, boolean givesNew, boolean killsOld, Outcome outcome) {
        return Arguments.of(step, givesNew, killsOld, outcome);
    }

    @ParameterizedTest(name = "{0}, new one given: {1}, old one dies: {2}: {3}")
    @MethodSource("table")
    void crash_atAStep_losesOnlyWhatThePlatformMakesUnkeepable(
            Step step, boolean givesNew, boolean killsOld, Outcome outcome) {
        platform.givesNewRefreshToken = givesNew;
        platform.killsOldRefreshToken = killsOld;
        clock.advance(Duration.ofDays(5));
        crash(step);
        clock.advance(Duration.ofSeconds(31));

        if (outcome == Outcome.KEPT) {
            assertThat(survivor.token(PHARMACY)).isNotNull();
        } else {
            assertThatThrownBy(() -> survivor.token(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
        }
    }

    @Test
    void crash_beforeSending_othersWaitForTheLeaseBeforeTheyTry() {
        clock.advance(Duration.ofDays(5));
        crash(Step.BEFORE_SENDING);
        int asked = platform.requests.get();

        assertThatThrownBy(() -> survivor.token(PHARMACY)).isInstanceOf(TokenRenewalException.class);

        assertThat(platform.requests).hasValue(asked);
    }

    @Test
    void store_awayAtTheCommit_tokensServeFromMemoryAndAreStoredLater() {
        Node node = new Node(config, dyingStore, service, clock, clock::advance);
        clock.advance(Duration.ofDays(5));
        dyingStore.beforeReplace(2, () -> {
            throw new TokenStoreException("away", null);
        });

        Secret renewed = node.token(PHARMACY);
        assertThat(node.count(AccountEvent.Type.RENEWAL_FAILED)).isEqualTo(1);
        dyingStore.recover();
        clock.advance(Duration.ofSeconds(40));

        assertThat(node.token(PHARMACY)).isEqualTo(renewed);
        assertThat(survivor.token(PHARMACY)).isEqualTo(renewed);
    }

    @Test
    void store_awayAfterTheCommit_tokensAreNotStoredTwice() {
        Node node = new Node(config, dyingStore, service, clock, clock::advance);
        clock.advance(Duration.ofDays(5));
        dyingStore.afterReplace(2, () -> {
            throw new TokenStoreException("away", null);
        });
        Secret renewed = node.token(PHARMACY);
        dyingStore.recover();
        long version = store.find(PHARMACY).orElseThrow().version();
        clock.advance(Duration.ofSeconds(5));

        assertThat(node.token(PHARMACY)).isEqualTo(renewed);
        assertThat(store.find(PHARMACY).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void store_awayWhileTheTokenIsFresh_itServesFromMemory() {
        Node node = new Node(config, dyingStore, service, clock, clock::advance);
        Secret token = node.token(PHARMACY);
        dyingStore.beforeFind(() -> {
            throw new TokenStoreException("away", null);
        });

        for (int look = 0; look < 3; look++) {
            clock.advance(Duration.ofSeconds(5));
            assertThat(node.token(PHARMACY)).isEqualTo(token);
        }
    }

    private void crash(Step step) {
        switch (step) {
            case BEFORE_THE_COMMIT -> dyingStore.beforeReplace(2, CrashTest::die);
            case AFTER_THE_COMMIT -> dyingStore.afterReplace(2, CrashTest::die);
            default -> {}
        }
        Node dying = new Node(config, dyingStore, dyingService(step), clock, clock::advance);

        assertThatThrownBy(() -> dying.token(PHARMACY)).isInstanceOf(NodeDied.class);
    }

    private TokenService dyingService(Step step) {
        return new TokenService() {
            @Override
            public IssuedTokens exchange(Secret code) {
                return service.exchange(code);
            }

            @Override
            public IssuedTokens refresh(Secret refreshToken) {
                if (step == Step.BEFORE_SENDING) {
                    die();
                }
                IssuedTokens issued = service.refresh(refreshToken);
                if (step == Step.AFTER_THE_ANSWER) {
                    die();
                }
                return issued;
            }
        };
    }

    private static void die() {
        throw new NodeDied();
    }

    /** Nothing in the product catches it: nothing is done after it. */
    private static final class NodeDied extends Error {

        private static final long serialVersionUID = 1L;
    }
}
