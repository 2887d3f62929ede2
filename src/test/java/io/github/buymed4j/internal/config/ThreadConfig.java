package io.github.buymed4j.internal.config;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Gives this thread a configuration and resources of its own, as the class loader of an application does, until it is closed. */
public final class ThreadConfig implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();
    private final Config config;
    private final URLClassLoader own;

    public ThreadConfig(Config config, URL... archive) {
        this.config = config;
        this.own = new URLClassLoader(archive, before);
        thread.setContextClassLoader(own);
        ConfigProviderResolver.instance().registerConfig(config, own);
    }

    @Override
    public void close() throws IOException {
        ConfigProviderResolver.instance().releaseConfig(config);
        thread.setContextClassLoader(before);
        own.close();
    }
}
