package io.github.buymed4j.rest;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class loader that the server gives to the threads of the application. The JVM's own threads, such as those of the
 * common pool, have none of the application's: on them a server finds neither its REST client nor our listener when a
 * client is made, which happens on its first use.
 */
final class ApplicationClasses {

    private final @Nullable ClassLoader loader;

    ApplicationClasses(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** Does the work with that class loader, if the thread has none of the server's. */
    <T> T during(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (loader == null || (before != null && before != ClassLoader.getSystemClassLoader())) {
            return work.get();
        }
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
