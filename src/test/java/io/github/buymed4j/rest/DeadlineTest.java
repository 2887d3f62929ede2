package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.quota.Priority;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void within_inside_isTheCallersDeadline() {
        long before = System.nanoTime();

        long deadline = Deadline.within(MINUTE, DeadlineTest::deadline);

        assertThat(deadline - before).isBetween(MINUTE.toNanos(), MINUTE.toNanos() + System.nanoTime() - before);
        assertThat(Deadline.current()).isNull();
    }

    @Test
    void within_insideAnEarlierOne_theEarlierHolds() {
        Deadline.within(MINUTE, () -> {
            long outer = deadline();
            assertThat(Deadline.<Long>within(MINUTE.multipliedBy(2), DeadlineTest::deadline))
                    .isEqualTo(outer);
            return assertThat(Deadline.<Long>within(Duration.ZERO, DeadlineTest::deadline))
                    .isLessThan(outer);
        });
    }

    @Test
    void within_workFails_isOverAllTheSame() {
        assertThatThrownBy(() -> Deadline.within(MINUTE, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Deadline.current()).isNull();
    }

    @Test
    void caller_inBatchWork_isBatch() {
        assertThat(Caller.current().priority()).isEqualTo(Priority.INTERACTIVE);
        assertThat(BatchWork.run(() -> Caller.current().priority())).isEqualTo(Priority.BATCH);
        assertThat(Caller.current().priority()).isEqualTo(Priority.INTERACTIVE);
    }

    @Test
    void nanosLeft_noDeadline_countsTheConfiguredTimeFromTheStart() {
        assertThat(new Caller(null, Priority.BATCH, null).nanosLeft(100, Duration.ofNanos(50), 120))
                .isEqualTo(30);
        assertThat(new Caller(null, Priority.BATCH, 110L).nanosLeft(100, Duration.ofNanos(50), 120))
                .isEqualTo(-10);
    }

    private static long deadline() {
        return Objects.requireNonNull(Deadline.current());
    }
}
