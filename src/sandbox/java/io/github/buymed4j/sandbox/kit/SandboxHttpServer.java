package io.github.buymed4j.sandbox.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.HttpDate;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Between the JDK's HTTP server, on 127.0.0.1 alone, and the sandbox. A reply that is held back holds no thread; no thread
 * keeps the JVM running.
 */
final class SandboxHttpServer implements AutoCloseable {
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String ROOT = "";
    private static final int DEFAULT_BACKLOG = 0;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        // The JDK's server sends headers and body in two packets, and the second would wait for the client to
        // acknowledge the first.
        System.setProperty(NO_DELAY, System.getProperty(NO_DELAY, "true"));
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Request, Reply> sandbox;

    private SandboxHttpServer(HttpServer server, Function<Request, Reply> sandbox) {
        this.server = server;
        this.sandbox = sandbox;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "buymed-sandbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Listens once it returns.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException if the port is in use
     */
    static SandboxHttpServer start(int port, Function<Request, Reply> sandbox) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
            SandboxHttpServer started = new SandboxHttpServer(HttpServer.create(address, DEFAULT_BACKLOG), sandbox);
            started.server.createContext("/", started::handle);
            started.server.setExecutor(started.threads);
            // its own thread is a daemon where the one that starts it is
            CompletableFuture.runAsync(started.server::start, started.threads).join();
            return started;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Without a slash at the end. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply = sandbox.apply(read(exchange));
        if (reply.delay().isZero()) {
            write(reply, exchange);
        } else {
            CompletableFuture.delayedExecutor(reply.delay().toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> release(reply, exchange));
        }
    }

    private static void release(Reply reply, HttpExchange exchange) {
        try {
            write(reply, exchange);
        } catch (IOException clientHasGone) {
            // there is no one to report it to
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        URI target = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                ROOT,
                target.getPath(),
                Parameters.decode(target.getRawQuery()),
                headers(exchange),
                new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), UTF_8),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                host(exchange));
    }

    private static List<HeaderField> headers(HttpExchange exchange) {
        List<HeaderField> fields = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> fields.add(new HeaderField(name, value))));
        return fields;
    }

    /** Without the port. */
    private static String host(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? "" : host.replaceFirst(":[0-9]*$", "");
    }

    private static void write(Reply reply, HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            onMachinesTime(reply).headers().forEach(field -> headers.add(field.name(), field.value()));
            byte[] body = reply.body().getBytes(UTF_8);
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The JDK's server always sends the machine's time as {@code Date}: a time to wait until keeps its distance to it. */
    private static Reply onMachinesTime(Reply reply) {
        Optional<Instant> until = reply.header("Retry-After").flatMap(HttpDate::read);
        Optional<Instant> date = reply.header("Date").flatMap(HttpDate::read);
        if (until.isEmpty() || date.isEmpty()) {
            return reply;
        }
        Duration wait = Duration.between(date.get(), until.get());
        return reply.with(
                "Retry-After", HttpDate.of(InstantSource.system().instant().plus(wait)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
