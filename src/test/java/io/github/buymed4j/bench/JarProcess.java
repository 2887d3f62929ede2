package io.github.buymed4j.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code java -jar} of an HTTP server that takes {@code --port}; ended by {@link #close()}. */
final class JarProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 5;

    private final int port = freePort();
    private final String readyPath;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> printed = new ConcurrentHashMap<>();
    private @Nullable Process process;

    /** It is ready once this path is answered with 200. */
    JarProcess(Path jar, String readyPath, String... arguments) {
        this.readyPath = readyPath;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of(arguments));
    }

    /** How long it took until it was ready. */
    Duration start() {
        try {
            long begin = System.nanoTime();
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            Thread reader = new Thread(() -> read(started));
            reader.setDaemon(true);
            reader.start();
            while (!isReady()) {
                if (!started.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException(command.get(2) + " did not start");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command.get(2), e);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri(readyPath)).build();
            return BenchServer.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private void read(Process started) {
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    printed.put(line.substring(0, equals).strip(), line.substring(equals + 1));
                }
            }
        } catch (IOException ended) {
            // so did the process
        }
    }

    /** The value of a line {@code key=value}. */
    String printed(String key) {
        String value = printed.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " was not printed");
        }
        return value;
    }

    int port() {
        return port;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A request with JSON that must be accepted. */
    void send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .build();
        try {
            int status =
                    BenchServer.HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " was answered with " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
