package io.github.buymed4j.server;

import io.github.buymed4j.kit.SandboxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The sandbox's jar in a process of its own: once for all tests of this JVM, and ended with it. */
public final class SandboxServer {
    private static @Nullable URI running;

    private SandboxServer() {}

    /** Starts it unless it runs, and returns its base, such as {@code http://127.0.0.1:40123}. */
    public static synchronized URI start() {
        if (running == null) {
            try {
                SandboxProcess sandbox = SandboxProcess.start("--port", "0");
                Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
                running = sandbox.uri();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }
}
