package io.github.buymed4j.rest.client;

import io.github.buymed4j.rest.OutgoingRequest;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends asynchronous requests on the server's threads and propagates the call to them. It cannot be shut down, because
 * the threads are the server's.
 */
final class CallExecutor extends AbstractExecutorService {

    @Override
    public void execute(Runnable request) {
        ServerThreads.executorOrCommonPool().execute(OutgoingRequest.carriedTo(request));
    }

    @Override
    public void shutdown() {
        // the threads are the server's
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
