package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.config.Origin;
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
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

    private static final Origin PLATFORM = Origin.of(URI.create("https://platform.example"));

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1_000; // runs over, as System.nanoTime may
    private int requests;

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
        assertThat(within(Duration.ofSeconds(5)).send(failing(failure, failure)))
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
        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(failing(failure)))
                .isSameAs(failure);

        assertThat(requests).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void send_failsForever_goesUpBeforeTheTimeIsUp() {
        Exception failure = PlatformExceptionFixture.of(503);

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(() -> {
                    requests++;
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
        assertThat(requests).isBetween(4, 8);
    }

    @Test
    void send_repeatedFailures_waitsAboutTwiceAsLongEachTime() {
        assertThatThrownBy(() -> within(Duration.ofMinutes(1)).send(() -> {
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

        assertThatThrownBy(() -> within(Duration.ofSeconds(5)).send(() -> {
                    nanos += Duration.ofSeconds(6).toNanos();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @Test
    void send_noTime_isNeverRepeated() {
        Exception failure = PlatformExceptionFixture.of(429);

        assertThatThrownBy(() -> within(Duration.ZERO).send(failing(failure))).isSameAs(failure);
    }

    @Test
    void send_retryAfterWithinTheTime_isWaitedFor() throws Exception {
        within(Duration.ofSeconds(10)).send(failing(PlatformExceptionFixture.limited("3")));

        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void send_retryAfterBeyondTheTime_goesUpAtOnce() {
        Exception failure = PlatformExceptionFixture.limited("60");

        assertThatThrownBy(() -> within(Duration.ofSeconds(10)).send(failing(failure)))
                .isSameAs(failure);

        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void send_retryAfterAbsurdlyFar_goesUpAtOnce(String retryAfter) {
        Exception failure = PlatformExceptionFixture.limited(retryAfter);

        assertThatThrownBy(() -> within(Duration.ofDays(366)).send(failing(failure)))
                .isSameAs(failure);
    }

    @Test
    void send_interruptedWhileWaiting_goesUpAndStaysInterrupted() {
        Exception failure = PlatformExceptionFixture.of(503);
        Repetition interrupted = new Repetition(Duration.ofSeconds(5), () -> nanos, new Random(1), wait -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.send(failing(failure))).isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
    }

    private Repetition within(Duration time) {
        return new Repetition(time, () -> nanos, new Random(1), wait -> {
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
