package io.github.buymed4j.it;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform that accepts one secret; each of its errors repeats the secret of the request and a customer's phone number. */
final class EchoingPlatform {

    /** Ends of paths that are answered with HTTP 503, and with a body that cannot be read. */
    static final String UNAVAILABLE = "unavailable";

    static final String UNREADABLE = "unreadable";

    private final List<Headers> arrived = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>(List.of(Canary.secret()));
    private final HttpServer server;

    EchoingPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that there have been; the last one is accepted. */
    List<String> secrets() {
        return secrets;
    }

    String secret() {
        return secrets.get(secrets.size() - 1);
    }

    void regenerateSecret() {
        secrets.add(Canary.secret());
    }

    /** The headers of each request. */
    List<Headers> arrived() {
        return arrived;
    }

    private void answer(HttpExchange exchange) throws IOException {
        arrived.add(exchange.getRequestHeaders());
        String sent = exchange.getRequestHeaders().getFirst("Client-Secret");
        String path = exchange.getRequestURI().getPath();
        String echo = sent + " " + Purchasing.CUSTOMER;
        if (!secret().equals(sent)) {
            reply(exchange, 401, error("UNAUTHORIZED", "INVALID_CLIENT", echo));
        } else if (path.endsWith(UNAVAILABLE)) {
            reply(exchange, 503, error("ERROR", "internal_error", echo));
        } else if (path.endsWith(UNREADABLE)) {
            reply(exchange, 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x\",\"quantity\":\"" + echo + "\"}]}");
        } else {
            reply(exchange, 200, "{\"status\":\"OK\",\"data\":[]}");
        }
    }

    private static String error(String status, String code, String message) {
        return "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}";
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
