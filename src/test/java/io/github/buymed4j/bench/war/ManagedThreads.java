package io.github.buymed4j.bench.war;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Threads with the application's context, as those that answer requests have it. */
public final class ManagedThreads extends ThreadPoolExecutor {

    /** As JMH wants it for {@code jmh.executor.class}. */
    public ManagedThreads(int threads, String ignored) throws NamingException {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory());
    }

    @SuppressWarnings("BanJNDI") // a constant name
    private static ThreadFactory factory() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
    }
}
