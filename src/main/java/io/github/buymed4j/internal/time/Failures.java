package io.github.buymed4j.internal.time;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Helpers for the exceptions that fail stages. */
public final class Failures {

    private Failures() {}

    /** The exception that failed a stage, without the wrapper that stages add. */
    public static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    public static Exception exception(Throwable thrown) {
        return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }

    /** Throws the exception unchanged, even if it is checked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** The result of a stage; throws the exception that failed it. Blocks until the stage is complete. */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw Failures.<RuntimeException>unchecked(cause(e));
        }
    }
}
