package io.github.buymed4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PausesTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Pauses pauses = new Pauses();

    /** F3. */
    @Test
    void blocking_threadIsInterrupted_endsAtOnceTypedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        CompletionStage<?> pause = pauses.blocking().of(HOUR);

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> pause.toCompletableFuture().join())
                .hasCauseInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("interrupted");
    }

    @Test
    void blocking_applicationStops_endsTyped() {
        Follower<?> waiting = Follower.waiting(
                () -> pauses.blocking().of(HOUR).toCompletableFuture().join());

        pauses.stop();

        assertThat(waiting.failure())
                .hasCauseInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("stops");
    }
}
