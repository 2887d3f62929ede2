package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.Origin;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.rest.reply.PlatformExceptionFixture;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

    private static final Caller CALLER = new Caller(null, Priority.INTERACTIVE, null);
    private static final Caller BATCH = new Caller(null, Priority.BATCH, null);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Origin PLATFORM = Origin.of(URI.create("https://platform.example"));

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1_000; // runs over, as System.nanoTime may
    private int requests;
    private final Timer timer = new Timer();

    @AfterEach
    void stop() {
        timer.shutdown();
    }

    static Stream<Exception> failuresThatPass() {
        return Stream.of(
                PlatformExceptionFixture.of(429),
                PlatformExceptionFixture.of(503),
                new PlatformUnreachableException(PLATFORM, "buymed", new ConnectException("refused")),
                new PlatformUnreachableException(PLATFORM, "buymed", new SocketException("Connection reset")));
    }

    @ParameterizedTest
    @MethodSource("failuresThatPass")
    void send_failureThatPasses_isRepeated(Exception failure) throws Exception {
        assertThat(within(Duration.ofSeconds(5)).send(CALLER, failing(failure, failure)))
                .isEqualTo("reply");

        assertThat(requests).isEqualTo(3);
        assertThat(pauses).hasSize(2);
    }

    static Stream<Exception> failuresThatStay() {
        return Stream.concat(
                Stream.of(400, 401, 403, 404, 409, 500, 502, 504).map(PlatformExceptionFixture::of),
                Stream.of(
                        new PlatformUnreachableException(PLATFORM, "buymed", new SSLHandshakeException("not trusted")),
                        new UnreadableReplyException("it is empty"),
                        new RequestRefusedException("it is not a @BuymedCall"),
                        new IllegalStateException(),
                        new IOException()));
    }

    @ParameterizedTest
    @MethodSource("failuresThatStay")
    void send_anyOtherFailure_goesUpAtOnce(Exception failure) {
        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(CALLER, failing(failure)))
                .isSameAs(failure);

        assertThat(requests).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void send_failsForever_goesUpBeforeTheTimeIsUp() {
        Exception failure = PlatformExceptionFixture.of(503);

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(CALLER, () -> {
                    requests++;
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
        assertThat(requests).isBetween(4, 8);
    }

    @Test
    void send_repeatedFailures_waitsAboutTwiceAsLongEachTime() {
        assertThatThrownBy(() -> within(Duration.ofMinutes(1)).send(CALLER, () -> {
            throw PlatformExceptionFixture.of(503);
        }));

        long most = 200;
        for (Duration pause : pauses.subList(0, 6)) {
            assertThat(pause.toMillis()).isBetween(most / 2, most);
            most = Math.min(2 * most, 3200);
        }
        assertThat(pauses).doesNotHaveDuplicates();
    }

    @Test
    void send_requestsThemselvesTakeTheTime_isNotRepeatedThen() {
        Exception failure = PlatformExceptionFixture.of(503);

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(CALLER, () -> {
                    nanos += Duration.ofSeconds(6).toNanos();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @Test
    void send_noTime_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> within(Duration.ZERO).send(CALLER, failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_retryAfterWithinTheTime_isWaitedFor() throws Exception {
        within(Duration.ofSeconds(10)).send(CALLER, failing(PlatformExceptionFixture.limited("3")));

        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void send_retryAfterBeyondTheTime_goesUpAtOnce() {
        Exception failure = PlatformExceptionFixture.limited("60");

        assertThatThrownBy(() -> within(Duration.ofSeconds(10)).send(CALLER, failing(failure)))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void send_retryAfterAbsurdlyFar_goesUpAtOnce(String retryAfter) {
        Exception failure = PlatformExceptionFixture.limited(retryAfter);

        assertThatThrownBy(() -> within(Duration.ofDays(366)).send(CALLER, failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_interruptedWhileWaiting_goesUpAndStaysInterrupted() {
        Exception failure = PlatformExceptionFixture.of(503);
        Repetition interrupted = new Repetition(Duration.ofSeconds(5), HOUR, () -> nanos, new Random(1), wait -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.send(CALLER, failing(failure))).isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void send_batchWorkAfterALongWaitForTheQuota_isRepeatedFromItsFirstFailureOn() throws Exception {
        List<Exception> left = new ArrayList<>(List.of(PlatformExceptionFixture.of(503)));

        Object reply = within(Duration.ofSeconds(5)).send(BATCH, () -> {
            nanos += Duration.ofMinutes(50).toNanos();
            if (left.isEmpty()) {
                return "reply";
            }
            throw left.remove(0);
        });

        assertThat(reply).isEqualTo("reply");
    }

    @Test
    void send_batchWorkToAPlatformOutOfService_goesUpAsSoonAsAnyOther() {
        Exception failure = PlatformExceptionFixture.of(503);

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(BATCH, () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void send_batchWorkThatMetTheLimit_waitsAsLongAsForTheQuota() throws Exception {
        within(Duration.ofSeconds(5)).send(BATCH, failing(PlatformExceptionFixture.limited("1800")));

        assertThat(pauses).containsExactly(Duration.ofMinutes(30));
    }

    @Test
    void send_deadlineLaterThanConfigured_isRepeatedUntilThen() throws Exception {
        within(Duration.ofSeconds(5))
                .send(until(Duration.ofMinutes(2)), failing(PlatformExceptionFixture.limited("60")));

        assertThat(pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void send_deadlineEarlierThanConfigured_goesUpThen() {
        Exception failure = PlatformExceptionFixture.limited("2");

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(until(Duration.ofSeconds(1)), failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_deadlineAndNoTime_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> within(Duration.ZERO).send(until(HOUR), failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void sendAsync_failureThatPasses_isRepeatedByTheTimer() throws Exception {
        CompletionStage<?> stage = later(failing(PlatformExceptionFixture.of(503), PlatformExceptionFixture.of(429)));

        assertThat(stage.toCompletableFuture().get(20, TimeUnit.SECONDS)).isEqualTo("reply");
        assertThat(requests).isEqualTo(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void sendAsync_anyOtherFailure_failsTheStageAtOnce() {
        CompletionStage<?> stage = later(failing(PlatformExceptionFixture.of(500)));

        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        assertThat(requests).isEqualTo(1);
    }

    private CompletionStage<?> later(CallPath.Attempt attempt) {
        return within(Duration.ofSeconds(5)).sendAsync(CALLER, timer, () -> {
            try {
                return CompletableFuture.completedFuture(attempt.proceed());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(new CompletionException(e));
            }
        });
    }

    /** Time passes at once. */
    private final class Timer extends ScheduledThreadPoolExecutor {

        Timer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            pauses.add(Duration.ofNanos(unit.toNanos(delay)));
            nanos += unit.toNanos(delay);
            return super.schedule(command, 0, unit);
        }
    }

    private Caller until(Duration time) {
        return new Caller(null, Priority.INTERACTIVE, nanos + time.toNanos());
    }

    private Repetition within(Duration time) {
        return new Repetition(time, HOUR, () -> nanos, new Random(1), wait -> {
            pauses.add(Duration.ofNanos(wait));
            nanos += wait;
        });
    }

    private CallPath.Attempt failing(Exception... failures) {
        List<Exception> left = new ArrayList<>(Arrays.asList(failures));
        return () -> {
            requests++;
            if (left.isEmpty()) {
                return "reply";
            }
            throw left.remove(0);
        };
    }
}
