package io.github.buymed4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SingleFlightTest {

    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final SingleFlight<Object, String> flights = new SingleFlight<>();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void share_equalRequestsAtTheSameTime_sendsOne() {
        List<Follower<String>> followers = new ArrayList<>();

        String reply = share(List.of("orders", 1), () -> {
            for (int i = 0; i < 5; i++) {
                followers.add(Follower.waiting(() -> share(List.of("orders", 1), this::request)));
            }
            return request();
        });

        assertThat(reply).isEqualTo("reply 1");
        assertThat(followers).extracting(Follower::outcome).containsOnly("reply 1");
        assertThat(requests).hasValue(1);
    }

    @Test
    void share_otherRequestAtTheSameTime_sendsBoth() {
        String reply = share("a", () -> request() + ", " + share("b", this::request));

        assertThat(reply).isEqualTo("reply 1, reply 2");
    }

    @Test
    void share_oneAfterTheOther_sendsBoth() {
        assertThat(share("a", this::request)).isEqualTo("reply 1");
        assertThat(share("a", this::request)).isEqualTo("reply 2");
    }

    @Test
    void share_requestFails_failsForAllAndIsForgotten() {
        List<Follower<String>> followers = new ArrayList<>();
        RuntimeException failure = new IllegalStateException("refused");

        assertThatThrownBy(() -> share("a", () -> {
                    followers.add(Follower.waiting(() -> share("a", this::request)));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(followers.get(0).failure()).isSameAs(failure);
        assertThat(share("a", this::request)).isEqualTo("reply 1");
    }

    /** Row S4/F2: an observer on the leader's thread asks for the same. */
    @Test
    void share_leaderAsksForItsOwnKey_sendsInsteadOfWaitingForItself() {
        assertThat(share("a", () -> share("a", this::request) + ", " + request()))
                .isEqualTo("reply 1, reply 2");
    }

    @Test
    void share_leaderAsksForItsOwnKeyThroughAnother_sendsInsteadOfWaitingForItself() {
        assertThat(share("a", () -> share("b", () -> share("a", this::request))))
                .isEqualTo("reply 1");
    }

    @Test
    void share_leaderAsksForItsOwnKeyAgainAndAgain_ends() {
        String reply = share(
                "a",
                () -> share("a", () -> flights.share("a", LONG, this::request).isEmpty() ? "ended" : "went on"));

        assertThat(reply).isEqualTo("ended");
    }

    @Test
    void share_leaderAskedForItsOwnKey_othersStillShareTheOuterOutcome() {
        List<Follower<String>> followers = new ArrayList<>();

        String reply = share("a", () -> {
            share("a", this::request);
            followers.add(Follower.waiting(() -> share("a", this::request)));
            return request();
        });

        assertThat(followers.get(0).outcome()).isEqualTo(reply).isEqualTo("reply 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1, 0, -1, Long.MIN_VALUE})
    void share_otherIsNotDoneInTime_isEmpty(long nanos) {
        share("a", () -> {
            Follower<Optional<String>> late = Follower.waiting(() -> flights.share("a", nanos, this::request));
            assertThat(late.outcome()).isEmpty();
            return request();
        });

        assertThat(requests).hasValue(1);
    }

    @Test
    void share_followerIsInterrupted_endsWhileTheLeaderGoesOn() {
        String reply = share("a", () -> {
            Follower<String> follower = Follower.waiting(() -> share("a", this::request));
            follower.interrupt();
            assertThat(follower.failure()).isInstanceOf(CallInterruptedException.class);
            return request();
        });

        assertThat(reply).isEqualTo("reply 1");
    }

    @Test
    void share_interruptedBeforeItWaits_keepsTheFlag() {
        share("a", () -> {
            Follower<Boolean> follower = Follower.waiting(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> share("a", this::request)).isInstanceOf(CallInterruptedException.class);
                return Thread.currentThread().isInterrupted();
            });
            assertThat(follower.outcome()).isTrue();
            return request();
        });
    }

    /** The leader's interruption is not the followers': one of them takes over. */
    @Test
    void share_leaderIsInterrupted_anotherSends() {
        List<Follower<String>> followers = new ArrayList<>();

        assertThatThrownBy(() -> share("a", () -> {
                    followers.add(Follower.waiting(() -> share("a", this::request)));
                    followers.add(Follower.waiting(() -> share("a", this::request)));
                    throw new CallInterruptedException("The thread was interrupted");
                }))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(followers).extracting(Follower::outcome).allMatch(outcome -> outcome.startsWith("reply"));
    }

    @Test
    void share_leaderFailsWithAnError_anotherSends() {
        List<Follower<String>> followers = new ArrayList<>();

        assertThatThrownBy(() -> share("a", () -> {
                    followers.add(Follower.waiting(() -> share("a", this::request)));
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(followers.get(0).outcome()).isEqualTo("reply 1");
    }

    @Test
    void leadIfFree_free_isTheOutcome() {
        assertThat(flights.leadIfFree("a", this::request)).contains("reply 1");
        assertThat(flights.leadIfFree("a", this::request)).contains("reply 2");
    }

    @Test
    void leadIfFree_sameWorkIsBeingDone_isEmptyAtOnce() {
        share("a", () -> {
            assertThat(flights.leadIfFree("a", this::request)).isEmpty();
            assertThat(Follower.waiting(() -> flights.leadIfFree("a", this::request))
                            .outcome())
                    .isEmpty();
            return request();
        });

        assertThat(requests).hasValue(1);
    }

    private String share(Object key, Supplier<String> work) {
        return flights.share(key, LONG, work).orElseThrow();
    }

    private String request() {
        return "reply " + requests.incrementAndGet();
    }
}
