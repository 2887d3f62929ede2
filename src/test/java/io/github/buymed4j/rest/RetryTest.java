package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.time.Pause;
import io.github.buymed4j.internal.time.Pauses;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import io.github.buymed4j.internal.transport.NoReplyFixture;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.RetryAfter;
import io.github.buymed4j.rest.reply.PlatformExceptionFixture;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final CallScope SCOPE = CallScope.DEFAULT;
    private static final CallScope BATCH = CallScope.DEFAULT.batch();
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
                PlatformExceptionFixture.of(502),
                PlatformExceptionFixture.of(503),
                PlatformExceptionFixture.of(504),
                unreachable(Reason.REFUSED),
                unreachable(Reason.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("failuresThatPass")
    void send_failureThatPasses_isRepeated(Exception failure) throws Exception {
        assertThat(send(Duration.ofSeconds(5), SCOPE, failing(failure, failure)))
                .isEqualTo("reply");

        assertThat(requests).isEqualTo(3);
        assertThat(pauses).hasSize(2);
    }

    static Stream<Exception> failuresThatStay() {
        return Stream.concat(
                Stream.of(400, 401, 403, 404, 409, 500).map(PlatformExceptionFixture::of),
                Stream.of(
                        unreachable(Reason.TLS_HANDSHAKE),
                        new UnreadableReplyException("it is empty"),
                        new RequestRefusedException("it is not a @BuymedCall"),
                        new IllegalStateException(),
                        new IOException()));
    }

    @ParameterizedTest
    @MethodSource("failuresThatStay")
    void send_anyOtherFailure_goesUpAtOnce(Exception failure) {
        assertThatThrownBy(() -> send(Duration.ofSeconds(5), SCOPE, failing(failure)))
                .isSameAs(failure);

        assertThat(requests).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void send_failsForever_goesUpBeforeTheTimeIsUp() {
        Exception failure = PlatformExceptionFixture.of(503);

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), SCOPE, () -> {
                    requests++;
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
        assertThat(requests).isBetween(4, 8);
    }

    @Test
    void send_repeatedFailures_waitsAboutTwiceAsLongEachTime() {
        assertThatThrownBy(() -> send(Duration.ofMinutes(1), SCOPE, () -> {
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

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), SCOPE, () -> {
                    nanos += Duration.ofSeconds(6).toNanos();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @Test
    void send_noTime_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> send(Duration.ZERO, SCOPE, failing(failure))).isSameAs(failure);
    }

    @Test
    void send_retryAfterWithinTheTime_isWaitedFor() throws Exception {
        send(Duration.ofSeconds(10), SCOPE, failing(PlatformExceptionFixture.limited("3")));

        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void send_retryAfterBeyondTheTime_goesUpAtOnce() {
        Exception failure = PlatformExceptionFixture.limited("60");

        assertThatThrownBy(() -> send(Duration.ofSeconds(10), SCOPE, failing(failure)))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void send_retryAfterAbsurdlyFar_goesUpAtOnce(String retryAfter) {
        Exception failure = PlatformExceptionFixture.limited(retryAfter);

        assertThatThrownBy(() -> send(Duration.ofMinutes(50), SCOPE, failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_interruptedWhileWaiting_theFailureGoesUp() {
        Exception failure = PlatformExceptionFixture.of(503);
        Pause interrupted =
                wait -> CompletableFuture.failedFuture(new CallInterruptedException("The thread was interrupted"));

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), SCOPE, failing(failure), interrupted))
                .isSameAs(failure);
    }

    @Test
    void send_batchWorkAfterALongWaitForTheQuota_isRepeatedFromItsFirstFailureOn() throws Exception {
        List<Exception> left = new ArrayList<>(List.of(PlatformExceptionFixture.of(503)));

        Object reply = send(Duration.ofSeconds(5), BATCH, () -> {
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

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), BATCH, () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void send_batchWorkThatMetTheLimit_waitsAsLongAsForTheQuota() throws Exception {
        send(Duration.ofSeconds(5), BATCH, failing(PlatformExceptionFixture.limited("1800")));

        assertThat(pauses).containsExactly(Duration.ofMinutes(30));
    }

    @Test
    void send_deadlineLaterThanConfigured_isRepeatedUntilThen() throws Exception {
        send(Duration.ofSeconds(5), until(Duration.ofMinutes(2)), failing(PlatformExceptionFixture.limited("60")));

        assertThat(pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void send_deadlineEarlierThanConfigured_goesUpThen() {
        Exception failure = PlatformExceptionFixture.limited("2");

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), until(Duration.ofSeconds(1)), failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_deadlineAndNoTime_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> send(Duration.ZERO, until(HOUR), failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void sendAsync_failureThatPasses_isRepeatedByTheTimer() throws Exception {
        CompletionStage<Outcome> stage =
                later(failing(PlatformExceptionFixture.of(503), PlatformExceptionFixture.of(429)));

        assertThat(reply(stage)).isEqualTo("reply");
        assertThat(requests).isEqualTo(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void sendAsync_anyOtherFailure_failsTheStageAtOnce() {
        CompletionStage<Outcome> stage = later(failing(PlatformExceptionFixture.of(500)));

        assertThat(stage.toCompletableFuture().join().failure()).isNotNull();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void send_outOfServiceWithRetryAfter_waitsSoLong() throws Exception {
        for (int status : new int[] {502, 503, 504}) {
            pauses.clear();
            send(Duration.ofSeconds(10), SCOPE, failing(PlatformExceptionFixture.outOfService(status, "3")));

            assertThat(pauses).as("HTTP " + status).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void send_quotaRefusesTheRetry_thePlatformsRefusalGoesUp() {
        Exception refusal = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> send(Duration.ofSeconds(5), SCOPE, failing(refusal, refusalOfTheQuota())))
                .isSameAs(refusal);
    }

    @Test
    void send_requestThatChangesData_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(503);
        Retry retry = new Retry(stage(failing(failure)), Duration.ofSeconds(5), HOUR, () -> nanos, new Random(1));

        assertThatThrownBy(() -> reply(retry.send(call(SCOPE, false, this::pause))))
                .isSameAs(failure);
    }

    private CompletionStage<Outcome> later(Request request) {
        Retry retry = new Retry(stage(request), Duration.ofSeconds(5), HOUR, () -> nanos, new Random(1));
        return retry.send(call(SCOPE, true, new Pauses().on(timer)));
    }

    /** Time passes at once, on the thread that asks. */
    private final class Timer extends ScheduledThreadPoolExecutor {

        Timer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            pauses.add(Duration.ofNanos(unit.toNanos(delay)));
            nanos += unit.toNanos(delay);
            command.run();
            return super.schedule(() -> {}, 0, unit);
        }
    }

    private CallScope until(Duration time) {
        return SCOPE.until(nanos + time.toNanos());
    }

    private @Nullable Object send(Duration longest, CallScope scope, Request request) throws Exception {
        return send(longest, scope, request, this::pause);
    }

    private @Nullable Object send(Duration longest, CallScope scope, Request request, Pause pause) throws Exception {
        Retry retry = new Retry(stage(request), longest, HOUR, () -> nanos, new Random(1));
        return reply(retry.send(call(scope, true, pause)));
    }

    private CompletionStage<@Nullable Void> pause(long wait) {
        pauses.add(Duration.ofNanos(wait));
        nanos += wait;
        return CompletableFuture.completedFuture(null);
    }

    private PlatformCall call(CallScope scope, boolean readsOnly, Pause pause) {
        return PlatformCallFixture.call(scope, readsOnly, pause, nanos);
    }

    private static @Nullable Object reply(CompletionStage<Outcome> sent) throws Exception {
        Outcome outcome = sent.toCompletableFuture().get(20, TimeUnit.SECONDS);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.reply();
    }

    /** One request; its failures are outcomes. */
    private interface Request {
        Object reply() throws Exception;
    }

    private static Stage stage(Request request) {
        return call -> {
            try {
                return new Outcome(null, request.reply(), null, RetryAfter.UNKNOWN).asStage();
            } catch (Exception e) {
                return new Outcome(null, null, e, Attach.retryAfter(e)).asStage();
            }
        };
    }

    private static QuotaExceededException refusalOfTheQuota() {
        QuotaGovernor full = Governors.local(1, 1, Duration.ZERO);
        var unused = Governors.permit(full, null, Priority.INTERACTIVE, Duration.ZERO);
        return catchThrowableOfType(
                QuotaExceededException.class, () -> Governors.permit(full, null, Priority.INTERACTIVE, Duration.ZERO));
    }

    private static PlatformUnreachableException unreachable(Reason reason) {
        return new PlatformUnreachableException(PLATFORM, "buymed", NoReplyFixture.of(reason, true));
    }

    private Request failing(Exception... failures) {
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
