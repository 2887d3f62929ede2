package io.github.buymed4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.CallInterruptedException;
import io.github.buymed4j.internal.time.Loop.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Pause NONE = nanos -> CompletableFuture.completedFuture(null);
    private static final int MANY = 200_000;

    private int taken;

    /** Has the outcome after as many steps. */
    private Supplier<Step<Integer>> after(int steps) {
        return () -> {
            taken++;
            return taken < steps ? Step.after(1) : Step.done(taken);
        };
    }

    private static <T> T outcome(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    void poll_firstStepHasTheOutcome_isCompleteWithoutAPause() {
        CompletionStage<Integer> stage = Loop.poll(
                nanos -> {
                    throw new AssertionError("a pause");
                },
                after(1));

        assertThat(stage).isCompletedWithValue(1);
    }

    @Test
    void poll_manyPausesThatAreOverAtOnce_doesNotGrowTheStack() throws Exception {
        assertThat(outcome(Loop.poll(NONE, after(MANY)))).isEqualTo(MANY);
    }

    /** Some pauses end before the continuation is there, others after. */
    @Test
    void poll_manyPausesThatAnotherThreadEnds_doesNotGrowTheStack() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        Pause pause = nanos -> CompletableFuture.runAsync(() -> {}, other);

        assertThat(outcome(Loop.poll(pause, after(MANY)))).isEqualTo(MANY);
        other.shutdownNow();
    }

    @Test
    void poll_pauseThatDoesNotEnd_returnsAtOnceAndBlocksNoThread() {
        CompletableFuture<Void> elapsed = new CompletableFuture<>();
        CompletionStage<Integer> stage = Loop.poll(nanos -> elapsed, after(2));
        assertThat(stage.toCompletableFuture()).isNotDone();

        elapsed.complete(null);

        assertThat(stage).isCompletedWithValue(2);
    }

    @Test
    void poll_stageIsCancelled_takesNoFurtherStep() {
        CompletableFuture<Void> elapsed = new CompletableFuture<>();
        CompletionStage<Integer> stage = Loop.poll(nanos -> elapsed, after(MANY));

        assertThat(stage.toCompletableFuture().cancel(false)).isTrue();
        elapsed.complete(null);

        assertThat(taken).isEqualTo(1);
    }

    @Test
    void poll_stepOrPauseFails_failsWithIt() {
        RuntimeException failure = new IllegalStateException("a step's");
        CompletionStage<Integer> ofStep = Loop.poll(NONE, () -> {
            throw failure;
        });
        CompletionStage<Integer> ofPause = Loop.poll(nanos -> CompletableFuture.failedFuture(failure), after(2));

        assertThatThrownBy(() -> outcome(ofStep)).cause().isSameAs(failure);
        assertThatThrownBy(() -> outcome(ofPause)).cause().isSameAs(failure);
    }

    @Test
    void poll_threadIsInterrupted_failsTypedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        CompletionStage<Integer> stage = Loop.poll(
                new Pauses().blocking(), () -> Step.after(Duration.ofHours(1).toNanos()));

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> outcome(stage)).hasCauseInstanceOf(CallInterruptedException.class);
    }
}
