package io.github.buymed4j.rest;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The request that a thread is about to send: what it carries and when it is given up. The pipeline binds it to the thread, the
 * headers factory and the request filter of the REST client find it there.
 *
 * @param deadline by {@link System#nanoTime()}
 */
public record OutgoingRequest(CallCredentials credentials, long deadline) {

    private static final ThreadLocal<OutgoingRequest> CURRENT = new ThreadLocal<>();

    /** The request of this thread; null outside of a call. */
    public static @Nullable OutgoingRequest current() {
        return CURRENT.get();
    }

    /** Does the work with the request bound to this thread, or with none. */
    public static <T extends @Nullable Object> T during(@Nullable OutgoingRequest request, Callable<T> work)
            throws Exception {
        OutgoingRequest outer = CURRENT.get();
        bind(request);
        try {
            return work.call();
        } finally {
            bind(outer);
        }
    }

    /** The same work for another thread, with the request of this thread bound. */
    public static Runnable carriedTo(Runnable work) {
        OutgoingRequest outgoing = CURRENT.get();
        return () -> {
            OutgoingRequest outer = CURRENT.get();
            bind(outgoing);
            try {
                work.run();
            } finally {
                bind(outer);
            }
        };
    }

    private static void bind(@Nullable OutgoingRequest request) {
        if (request == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(request);
        }
    }
}
