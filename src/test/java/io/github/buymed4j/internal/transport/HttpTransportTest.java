package io.github.buymed4j.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpTransportTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final long LARGEST = 1024 * 1024;

    private @Nullable RawPeer peer;
    private @Nullable HttpTransport transport;

    @AfterEach
    void close() {
        if (transport != null) {
            transport.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void send_anyMethod_arrivesOnceWithItsHeaders(String method) throws Exception {
        HttpTransport client = to((request, socket, out) -> RawPeer.text(out, OK));

        Reply reply = client.send(request(method), soon(), LARGEST);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), UTF_8)).isEqualTo("{}");
        assertThat(peer().requests())
                .singleElement()
                .asString()
                .startsWith(method + " /path?q=1 HTTP/1.1\r\n")
                .contains("Host: 127.0.0.1:" + peer().address().getPort() + "\r\n")
                .contains("X-Some: value\r\n")
                .containsOnlyOnce("User-Agent: test\r\n");
    }

    @Test
    void send_requestWithAUserAgent_keepsIt() throws Exception {
        HttpTransport client = to((request, socket, out) -> RawPeer.text(out, OK));
        Request own = new Request(
                "GET",
                URI.create(peer().address() + "/path"),
                null,
                List.of(new HeaderField("user-agent", "own/1")),
                new byte[0]);

        client.send(own, soon(), LARGEST);

        assertThat(peer().requests())
                .singleElement()
                .asString()
                .contains("user-agent: own/1\r\n")
                .doesNotContain("User-Agent: test");
    }

    @Test
    void send_again_usesTheSameConnection() throws Exception {
        HttpTransport client = to((request, socket, out) -> RawPeer.text(out, OK));

        for (int i = 0; i < 5; i++) {
            client.send(request("POST"), soon(), LARGEST);
        }

        assertThat(peer().connections()).isEqualTo(1);
        assertThat(peer().requests()).hasSize(5);
    }

    @Test
    void send_chunkedReply_isReadWhole() throws Exception {
        HttpTransport client = to((request, socket, out) -> RawPeer.text(
                out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));

        client.send(request("GET"), soon(), LARGEST);
        Reply reply = client.send(request("GET"), soon(), LARGEST);

        assertThat(new String(reply.body(), UTF_8)).isEqualTo("abcde");
        assertThat(peer().connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void send_connectionClosedWithoutReply_isSentOnce(String method) throws Exception {
        HttpTransport client = to((request, socket, out) -> socket.close());

        NoReplyException failure = failureOf(client, request(method), soon());

        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure.mayHaveBeenSent()).isTrue();
        assertThat(peer().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void send_keptConnectionClosedAtTheNextRequest_isSentOnce(String method) throws Exception {
        HttpTransport client = to((request, socket, out) -> {
            if (request == 1) {
                RawPeer.text(out, OK);
            } else {
                socket.close();
            }
        });
        client.send(request(method), soon(), LARGEST);

        NoReplyException failure = failureOf(client, request(method), soon());

        assertThat(failure.mayHaveBeenSent()).isTrue();
        assertThat(peer().requests()).hasSize(2);
        assertThat(peer().connections()).isEqualTo(1);
    }

    @Test
    void send_keptConnectionClosedWhileIdle_goesOverANewOne() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        HttpTransport client = to((request, socket, out) -> {
            RawPeer.text(out, OK);
            if (request == 1) {
                socket.close();
                closed.countDown();
            }
        });
        client.send(request("POST"), soon(), LARGEST);
        closed.await();

        Reply reply = client.send(request("POST"), soon(), LARGEST);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(peer().requests()).hasSize(2);
    }

    @Test
    void send_moreThanTheReplyArrives_isNotTakenForTheNextReply() throws Exception {
        HttpTransport client = to((request, socket, out) ->
                RawPeer.text(out, request == 1 ? OK + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged" : OK));
        client.send(request("GET"), soon(), LARGEST);

        Reply reply = client.send(request("GET"), soon(), LARGEST);

        assertThat(new String(reply.body(), UTF_8)).isEqualTo("{}");
        assertThat(peer().connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"head|HTTP/1.1 200 OK\\r\\nX-Drip: ", "body|HTTP/1.1 200 OK\\r\\nContent-Length: 5000\\r\\n\\r\\n"
            })
    void send_drippingReply_endsAtTheDeadline(String what, String start) throws Exception {
        HttpTransport client = to((request, socket, out) -> {
            RawPeer.text(out, start.replace("\\r\\n", "\r\n"));
            drip(out);
        });
        long begin = System.nanoTime();

        NoReplyException failure = failureOf(
                client, request("GET"), until(begin + Duration.ofMillis(700).toNanos()));

        assertThat(failure.reason()).as(what).isEqualTo(Reason.TIME_UP);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1700));
    }

    @Test
    void send_silentHost_endsAtTheReadTimeout() throws Exception {
        HttpTransport client = to((request, socket, out) -> drip(new java.io.ByteArrayOutputStream()));

        assertThat(failureOf(client, request("GET"), soon()).reason()).isEqualTo(Reason.READ_TIMEOUT);
    }

    @Test
    void send_threadInterrupted_endsAtOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        HttpTransport client = to((request, socket, out) -> {
            RawPeer.text(out, "HTTP/1.1 200 OK\r\nX-Drip: ");
            arrived.countDown();
            drip(out);
        });
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            try {
                arrived.await();
                caller.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        interrupter.start();

        NoReplyException failure = failureOf(client, request("GET"), soon());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
        interrupter.join();
    }

    @Test
    void send_endlessBody_isGivenUpAndNotDrained() throws Exception {
        HttpTransport client = to((request, socket, out) -> {
            RawPeer.text(out, "HTTP/1.1 200 OK\r\n\r\n");
            forever(out, new byte[8192]);
        });

        Reply reply = client.send(request("GET"), soon(), LARGEST);

        assertThat(reply.truncated()).isTrue();
        assertThat(reply.body()).hasSize((int) LARGEST);
        assertThat(peer().written()).isLessThan(LARGEST + 16 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Many: value\r\n", "X-Endless-Line: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void send_endlessHead_isUnreadableAndTheNextRequestWorks(String part) throws Exception {
        HttpTransport client = to((request, socket, out) -> {
            if (request == 1) {
                RawPeer.text(out, "HTTP/1.1 200 OK\r\n");
                forever(out, part.getBytes(UTF_8));
            } else {
                RawPeer.text(out, OK);
            }
        });

        NoReplyException failure = failureOf(client, request("GET"), soon());

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(client.send(request("GET"), soon(), LARGEST).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void send_redirect_isTheReply(int status) throws Exception {
        HttpTransport client = to((request, socket, out) -> RawPeer.text(
                out, "HTTP/1.1 " + status + " Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));

        assertThat(client.send(request("GET"), soon(), LARGEST).status()).isEqualTo(status);
        assertThat(peer().requests()).hasSize(1);
    }

    @Test
    void send_hostThatRefuses_saysThatNothingWasSent() throws Exception {
        HttpTransport client = to((request, socket, out) -> {});
        peer().close();

        NoReplyException failure = failureOf(client, request("POST"), soon());

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.mayHaveBeenSent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nX-Some: val",
                "HTTP/1.1 200 OK\r\nX-Some: value\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
            })
    void send_replyCutOff_saysThatTheConnectionBroke(String part) throws Exception {
        HttpTransport client = to((request, socket, out) -> {
            RawPeer.text(out, part);
            socket.close();
        });

        NoReplyException failure = failureOf(client, request("GET"), soon());

        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure.mayHaveBeenSent()).isTrue();
    }

    @Test
    void failure_hostRepeatsTheSecret_doesNotHoldIt() throws Exception {
        String secret = Canary.secret();
        HttpTransport client = to((request, socket, out) -> RawPeer.text(out, "HTTP/1.1 " + secret + "\r\n\r\n"));

        NoReplyException failure = failureOf(client, request("GET"), soon());

        assertThat(failure).hasMessageNotContaining(secret).hasNoCause();
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void close_whileARequestIsUnderWay_endsIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        HttpTransport client = to((request, socket, out) -> {
            arrived.countDown();
            drip(new java.io.ByteArrayOutputStream());
        });
        Thread closer = new Thread(() -> {
            try {
                arrived.await();
                client.close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        closer.start();

        assertThat(failureOf(client, request("GET"), soon()).reason()).isEqualTo(Reason.STOPPED);
        closer.join();
    }

    private static void drip(java.io.OutputStream out) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(100, TimeUnit.MILLISECONDS)) {
            out.write('a');
        }
    }

    private static void forever(java.io.OutputStream out, byte[] part) throws IOException {
        while (true) {
            out.write(part);
        }
    }

    private HttpTransport to(RawPeer.Script script) throws IOException {
        peer = new RawPeer(script);
        transport = new HttpTransport(
                Origin.of(peer.address()),
                new TransportSettings(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return transport;
    }

    private RawPeer peer() {
        return java.util.Objects.requireNonNull(peer);
    }

    private Request request(String method) {
        URI address = URI.create(peer().address() + "/path?q=1");
        byte[] body = method.equals("GET") || method.equals("DELETE") ? new byte[0] : "{\"a\":1}".getBytes(UTF_8);
        return new Request(method, address, "/path", List.of(new HeaderField("X-Some", "value")), body);
    }

    private static Attempt soon() {
        return until(System.nanoTime() + Duration.ofSeconds(20).toNanos());
    }

    private static Attempt until(long deadline) {
        return new Attempt(deadline, "test", null, (header, value) -> value);
    }

    private static NoReplyException failureOf(HttpTransport client, Request request, Attempt attempt) {
        return catchThrowableOfType(NoReplyException.class, () -> client.send(request, attempt, LARGEST));
    }
}
