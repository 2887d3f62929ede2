package io.github.buymed4j.internal.transport;

import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the addresses of one host within a time limit. The system's resolver may wait for a name server for much
 * longer than a call may take, and no interrupt ends it. It is therefore asked on a thread of its own, one at a time,
 * and all callers share the answer. Thread-safe.
 */
final class HostLookup {

    private final String name;
    private final Resolver resolver;
    private @Nullable CompletableFuture<InetAddress[]> underWay;

    HostLookup(String name, Resolver resolver) {
        this.name = name;
        this.resolver = resolver;
    }

    /** The system's resolver, or a test's. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** Blocks at most so long; ends when the thread is interrupted. */
    InetAddress[] addresses(Duration longest) throws IOException {
        try {
            return underWay().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NoReplyException(Reason.CONNECT_TIMEOUT, false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReplyException(Reason.INTERRUPTED, false, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new IOException(e.getCause());
        }
    }

    private synchronized CompletableFuture<InetAddress[]> underWay() {
        CompletableFuture<InetAddress[]> known = underWay;
        if (known != null && !known.isDone()) {
            return known;
        }
        CompletableFuture<InetAddress[]> begun = new CompletableFuture<>();
        Thread thread = new Thread(() -> lookUp(begun), "buymed4j-host-lookup");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        underWay = begun;
        return begun;
    }

    private void lookUp(CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(resolver.addresses(name));
        } catch (
                Throwable
                        e) { // an Error too: who waits, and who asks after that, must not wait for an answer that never
            // comes
            answer.completeExceptionally(e);
        }
    }
}
