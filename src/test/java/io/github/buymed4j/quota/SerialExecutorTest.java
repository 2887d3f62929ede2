package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerialExecutorTest {

    private final SerialExecutor queue = new SerialExecutor();
    private final List<String> done = new ArrayList<>();

    @Test
    void execute_whileATaskRuns_runsBehindIt() {
        queue.execute(Runnable::run, () -> {
            queue.execute(Runnable::run, () -> done.add("second"));
            done.add("first");
        });

        assertThat(done).containsExactly("first", "second");
    }

    /** No later task was run, so that every call with a timer waited for ever. */
    @ParameterizedTest
    @MethodSource
    void execute_aTaskThrows_stillRunsTheOthers(Runnable failing) {
        queue.execute(Runnable::run, () -> {
            queue.execute(Runnable::run, failing);
            queue.execute(Runnable::run, () -> done.add("behind it"));
        });
        queue.execute(Runnable::run, () -> done.add("later"));

        assertThat(done).containsExactly("behind it", "later");
    }

    static Stream<Runnable> execute_aTaskThrows_stillRunsTheOthers() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("a task's");
                },
                () -> {
                    throw new StackOverflowError();
                });
    }

    /** Another thread adds a task between the caller's and the executor's refusal. */
    @Test
    void execute_rejected_stillRunsWhatOthersAdded() {
        assertThatThrownBy(() -> queue.execute(
                        rejected -> {
                            queue.execute(Runnable::run, () -> done.add("another's"));
                            throw new RejectedExecutionException();
                        },
                        () -> done.add("own")))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(done).containsExactly("another's");
        queue.execute(Runnable::run, () -> done.add("later"));
        assertThat(done).containsExactly("another's", "later");
    }
}
