package io.github.buymed4j.quota;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, each on a thread that is lent with one of them: what waits for the database takes one of
 * the server's threads at most. Thread-safe.
 */
final class OneAtATime {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    /** @throws RuntimeException when the threads take no task any more; the task is then not run */
    void execute(Executor threads, Runnable task) {
        synchronized (this) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            threads.execute(this::runAll);
        } catch (RuntimeException e) {
            synchronized (this) {
                running = false;
                tasks.remove(task);
            }
            throw e;
        }
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = tasks.poll();
        running = task != null;
        return task;
    }
}
