package io.github.buymed4j.sandbox.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.buymed4j.sandbox.http.HttpDate;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxHttpServerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<SandboxHttpServer> servers = new ArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private SandboxHttpServer serve(Function<Request, Reply> sandbox) {
        SandboxHttpServer server = SandboxHttpServer.start(0, request -> {
            requests.add(request);
            return sandbox.apply(request);
        });
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(SandboxHttpServer::close);
    }

    private static HttpResponse<String> get(SandboxHttpServer server) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(server.uri().resolve("/x")).build(), BodyHandlers.ofString());
    }

    /** The whole conversation of a connection that the client closes. */
    private static String raw(SandboxHttpServer server, String... lines) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void request_arrivesWhole() throws Exception {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        URI target = URI.create(server.uri() + "/m%E1%BB%99t/2?q=%7B%22a%22%3A1%7D&x=1&x=2");
        HTTP.send(
                HttpRequest.newBuilder(target)
                        .header("Client-ID", "one")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"tên\":\"Đức\"}"))
                        .build(),
                BodyHandlers.discarding());
        Request request = requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/một/2");
        assertThat(request.address()).isEqualTo("/một/2?q=%7B%22a%22%3A1%7D&x=1&x=2");
        assertThat(request.parameters().first("q")).contains("{\"a\":1}");
        assertThat(request.header("client-id")).contains("one");
        assertThat(request.body()).isEqualTo("{\"tên\":\"Đức\"}");
        assertThat(request.remoteAddress()).isEqualTo("127.0.0.1");
        assertThat(request.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void headerSentTwice_arrivesTwice() throws Exception {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        raw(server, "GET / HTTP/1.1", "Host: evil.example:80", "Client-Secret: a", "client-secret: b");
        assertThat(requests.get(0).count("Client-Secret")).isEqualTo(2);
        assertThat(requests.get(0).host()).isEqualTo("evil.example");
    }

    @Test
    void hostOfIpv6_keepsItsBrackets() throws Exception {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        raw(server, "GET / HTTP/1.1", "Host: [::1]:8090");
        raw(server, "GET / HTTP/1.1", "Host: [::1]");
        assertThat(requests).extracting(Request::host).containsExactly("[::1]", "[::1]");
    }

    @Test
    void reply_leavesWhole() throws Exception {
        SandboxHttpServer server =
                serve(request -> Reply.json(418, "TEA", "{\"tên\":\"Đức\"}").with("X-Tea", "green"));
        HttpResponse<String> reply = get(server);
        assertThat(reply.statusCode()).isEqualTo(418);
        assertThat(reply.body()).isEqualTo("{\"tên\":\"Đức\"}");
        assertThat(reply.headers().firstValue("X-Tea")).contains("green");
        assertThat(reply.headers().firstValue("Content-Type")).contains(Reply.JSON);
    }

    @Test
    void replyWithoutBody_endsAtOnce() throws Exception {
        SandboxHttpServer server = serve(request -> new Reply(401, "NO", List.of(), "", Duration.ZERO));
        HttpResponse<String> reply = get(server);
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
        assertThat(get(server).statusCode()).isEqualTo(401);
    }

    @Test
    void head_hasNoBody() throws Exception {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        String reply = raw(server, "HEAD / HTTP/1.1", "Host: localhost");
        assertThat(reply).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void heldBackReplies_holdNoThread() throws Exception {
        Duration delay = Duration.ofMillis(300);
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}").with(delay));
        long begin = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            replies.add(HTTP.sendAsync(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> reply : replies) {
            assertThat(reply.get().body()).isEqualTo("{}");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(delay);
    }

    @Test
    void retryAfter_keepsItsDistanceToDate() throws Exception {
        Instant sandboxTime = Instant.parse("2031-05-05T05:05:05Z");
        SandboxHttpServer server = serve(request -> Reply.json(429, "LIMIT", "{}")
                .with("Date", HttpDate.of(sandboxTime))
                .with("Retry-After", HttpDate.of(sandboxTime.plusSeconds(42))));
        HttpResponse<String> reply = get(server);
        Instant date =
                HttpDate.read(reply.headers().firstValue("Date").orElseThrow()).orElseThrow();
        Instant until = HttpDate.read(reply.headers().firstValue("Retry-After").orElseThrow())
                .orElseThrow();
        assertThat(Duration.between(date, until)).isBetween(Duration.ofSeconds(41), Duration.ofSeconds(43));
    }

    @Test
    void retryAfterInSeconds_staysAsItIs() throws Exception {
        SandboxHttpServer server =
                serve(request -> Reply.json(429, "LIMIT", "{}").with("Retry-After", "7"));
        assertThat(get(server).headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void port_inUse_isRefused() {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> SandboxHttpServer.start(server.uri().getPort(), request -> Reply.json(200, "OK", "{}")));
    }

    @Test
    void otherAddresses_areNotListenedTo() {
        SandboxHttpServer server = serve(request -> Reply.json(200, "OK", "{}"));
        assertThatIOException().isThrownBy(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
                                server.uri().getPort()),
                        2000);
            }
        });
    }
}
