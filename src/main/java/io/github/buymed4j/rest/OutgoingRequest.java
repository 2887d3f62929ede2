package io.github.buymed4j.rest;

import io.github.buymed4j.internal.transport.Attempt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The credentials and the attempt of the request that a thread is about to send. The pipeline binds it to the thread,
 * where the headers factory and the request filter of the REST client find it.
 */
record OutgoingRequest(CallCredentials credentials, Attempt attempt) {

    private static final ThreadLocal<OutgoingRequest> CURRENT = new ThreadLocal<>();

    /** The request of this thread; null outside a call. */
    static @Nullable OutgoingRequest current() {
        return CURRENT.get();
    }

    /** Runs the work with this request bound to the thread. */
    <T extends @Nullable Object> T during(Callable<T> work) throws Exception {
        OutgoingRequest outer = bind(this);
        try {
            return work.call();
        } finally {
            bind(outer);
        }
    }

    /** Wraps the work so that it runs on another thread with this thread's request bound, if there is one. */
    static Runnable carriedTo(Runnable work) {
        OutgoingRequest outgoing = CURRENT.get();
        return () -> {
            OutgoingRequest outer = bind(outgoing);
            try {
                work.run();
            } finally {
                bind(outer);
            }
        };
    }

    /** Returns the request that was bound before. */
    private static @Nullable OutgoingRequest bind(@Nullable OutgoingRequest request) {
        OutgoingRequest outer = CURRENT.get();
        if (request == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(request);
        }
        return outer;
    }
}
