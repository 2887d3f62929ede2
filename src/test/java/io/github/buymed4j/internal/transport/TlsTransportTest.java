package io.github.buymed4j.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.config.TransportSettings.Store;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import io.github.buymed4j.it.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer with TLS whose certificate the client trusts, or not. */
@Timeout(60)
class TlsTransportTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final SelfSigned CERTIFICATE = SelfSigned.create();

    private final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server;
    private @Nullable HttpTransport transport;

    TlsTransportTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** What the peer does with a connection after its handshake. */
    private interface Script {
        void run(SSLSocket tls, Socket plain) throws IOException;
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        if (transport != null) {
            transport.close();
        }
    }

    @Test
    void send_trustedPeer_keepsTheConnection() throws Exception {
        HttpTransport client = trusting((tls, plain) -> {
            while (request(tls)) {
                tls.getOutputStream().write(OK.getBytes(US_ASCII));
            }
        });

        for (int i = 0; i < 3; i++) {
            assertThat(new String(client.send(put(), soon(), 100).body(), UTF_8))
                    .isEqualTo("{}");
        }
        assertThat(requests).hasValue(3);
    }

    /** Row F23: the request was read; only a handshake that failed shows that it was not. */
    @Test
    void send_recordIsBrokenAfterTheRequest_mayHaveBeenSent() throws Exception {
        HttpTransport client = trusting((tls, plain) -> {
            assertThat(request(tls)).isTrue();
            byte[] forged = new byte[5 + 40];
            forged[0] = 23;
            forged[1] = 3;
            forged[2] = 3;
            forged[4] = 40;
            plain.getOutputStream().write(forged);
        });

        NoReplyException failure = failureOf(client);

        assertThat(failure.mayHaveBeenSent()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(requests).hasValue(1);
    }

    @Test
    void send_certificateIsNotTrusted_wasNotSent() throws Exception {
        HttpTransport client = to(Optional.empty(), (tls, plain) -> request(tls));

        NoReplyException failure = failureOf(client);

        assertThat(failure.mayHaveBeenSent()).isFalse();
        assertThat(failure.reason()).isEqualTo(Reason.TLS_HANDSHAKE);
        assertThat(requests).hasValue(0);
    }

    @Test
    void send_peerIsSilentInTheHandshake_endsByTheReadTimeout() throws Exception {
        HttpTransport client = new HttpTransport(Origin.of(address()), settings(Optional.empty()));

        NoReplyException failure = failureOf(client);

        assertThat(failure.mayHaveBeenSent()).isFalse();
        assertThat(failure.reason()).isEqualTo(Reason.READ_TIMEOUT);
    }

    private HttpTransport trusting(Script script) throws IOException {
        Store store = new Store(CERTIFICATE.file().toUri(), Optional.of(Secret.of(CERTIFICATE.password())), "PKCS12");
        return to(Optional.of(store), script);
    }

    private HttpTransport to(Optional<Store> trusted, Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "tls-peer");
        thread.setDaemon(true);
        thread.start();
        HttpTransport made = new HttpTransport(Origin.of(address()), settings(trusted));
        transport = made;
        return made;
    }

    private void serve(Script script) {
        try (Socket plain = server.accept();
                SSLSocket tls = (SSLSocket)
                        CERTIFICATE.context().getSocketFactory().createSocket(plain, "127.0.0.1", 0, false)) {
            tls.setUseClientMode(false);
            tls.startHandshake();
            script.run(tls, plain);
        } catch (IOException e) {
            // the client went, or did not trust the certificate
        }
    }

    /** Reads one request with a body of two bytes; false at the end. */
    private boolean request(SSLSocket tls) throws IOException {
        InputStream in = tls.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        requests.incrementAndGet();
        return in.readNBytes(2).length == 2;
    }

    private static TransportSettings settings(Optional<Store> trusted) {
        return new TransportSettings(
                Duration.ofSeconds(2), Duration.ofSeconds(2), Optional.empty(), trusted, Optional.empty());
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    private Request put() {
        return new Request("PUT", URI.create(address() + "/path"), "/path", List.of(), "{}".getBytes(UTF_8));
    }

    private static Attempt soon() {
        return new Attempt(
                System.nanoTime() + Duration.ofSeconds(30).toNanos(), "test", null, (header, value) -> value);
    }

    private NoReplyException failureOf(HttpTransport client) {
        return catchThrowableOfType(NoReplyException.class, () -> client.send(put(), soon(), 100));
    }
}
