package io.github.buymed4j.rest;

import io.github.buymed4j.config.ApplicationName;
import java.util.function.Supplier;

/** The application that calls of this thread are made as. Chosen with {@code @BuymedApplication}, not here. */
public final class BoundApplication {

    private BoundApplication() {}

    /**
     * Runs the work on this thread; each call to the platform that it makes is the named application's.
     *
     * @throws IllegalArgumentException when no application can have that name
     */
    public static <T> T call(String name, Supplier<T> work) {
        return Caller.current().as(new ApplicationName(name)).<T, RuntimeException>call(work::get);
    }
}
