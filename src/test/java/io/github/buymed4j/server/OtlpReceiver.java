package io.github.buymed4j.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * An OpenTelemetry collector of a test: takes OTLP by HTTP (http/protobuf) and keeps the bytes. Texts are in them as
 * they are, so that a test need not decode them to find one.
 */
public final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Export> exports = new ArrayList<>();

    /**
     * What one request brought.
     *
     * @param signal {@code traces}, {@code metrics} or {@code logs}
     * @param text the bytes as ISO 8859-1
     */
    public record Export(String signal, String text) {}

    public OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "otlp-receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            String signal = exchange.getRequestURI().getPath().substring("/v1/".length());
            add(new Export(signal, new String(zipped ? unzipped(body) : body, StandardCharsets.ISO_8859_1)));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return content.readAllBytes();
        }
    }

    private synchronized void add(Export export) {
        exports.add(export);
        notifyAll();
    }

    public synchronized List<Export> exports() {
        return List.copyOf(exports);
    }

    /** True if such an export is there or comes within the time. */
    public synchronized boolean receives(Predicate<Export> wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (exports.stream().noneMatch(wanted)) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
