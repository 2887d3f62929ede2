package io.github.buymed4j.rest;

import java.util.function.Supplier;

/** Marks calls that nobody is waiting for, so that they give way to others where the quota is short, and wait longer. */
public final class BatchWork {

    private static final ThreadLocal<Boolean> CURRENT = ThreadLocal.withInitial(() -> false);

    private BatchWork() {}

    /** Runs the work on this thread; each call to the platform that it makes is batch work. */
    public static <T> T run(Supplier<T> work) {
        boolean outer = CURRENT.get();
        CURRENT.set(true);
        try {
            return work.get();
        } finally {
            CURRENT.set(outer);
        }
    }

    static boolean isCurrent() {
        return CURRENT.get();
    }
}
