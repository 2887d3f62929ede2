package io.github.buymed4j.internal.transport;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.config.TransportSettings.Proxy;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Opens connections to one host: the socket, the tunnel if there is a proxy, and TLS. Thread-safe. */
final class Connector {

    private static final int OK = 200;

    private final Origin host;
    private final TransportSettings settings;
    private final HostLookup lookup;
    private volatile @Nullable SSLSocketFactory tls;

    Connector(Origin host, TransportSettings settings) {
        this.host = host;
        this.settings = settings;
        this.lookup = new HostLookup(settings.proxy().map(Proxy::host).orElse(host.host()), InetAddress::getAllByName);
    }

    /** True if requests are sent to a proxy with the complete address (without a tunnel). */
    boolean sendsThroughProxy() {
        return settings.proxy().isPresent() && !isSecure();
    }

    /**
     * Opens a connection. Blocks at most for the connect timeout, but during a tunnel's or TLS handshake until it is
     * aborted.
     *
     * @param opened receives the connection as soon as the socket is connected, so that it can be aborted
     */
    Connection open(Consumer<Connection> opened) throws IOException {
        Connection connection = connect();
        opened.accept(connection);
        try {
            if (isSecure()) {
                secure(connection);
            }
            return connection;
        } catch (IOException | RuntimeException e) {
            connection.close(CloseMode.IMMEDIATE);
            throw e;
        }
    }

    private boolean isSecure() {
        return host.scheme().equals("https");
    }

    private Connection connect() throws IOException {
        int port = settings.proxy().map(Proxy::port).orElse(host.port());
        long end = System.nanoTime() + settings.connectTimeout().toNanos();
        IOException failure = new UnknownHostException();
        for (InetAddress address : lookup.addresses(settings.connectTimeout())) {
            long left = NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new NoReplyException(Reason.CONNECT_TIMEOUT, false, failure);
            }
            try {
                return connect(new InetSocketAddress(address, port), (int) Math.min(left, Integer.MAX_VALUE));
            } catch (SocketTimeoutException e) {
                failure = new NoReplyException(Reason.CONNECT_TIMEOUT, false, e);
            } catch (ConnectException e) {
                failure = new NoReplyException(Reason.REFUSED, false, e);
            }
        }
        throw failure;
    }

    private static Connection connect(InetSocketAddress address, int timeout) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, timeout);
            return new Connection(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void secure(Connection connection) throws IOException {
        if (settings.proxy().isPresent()) {
            tunnel(connection);
        }
        try {
            SSLSocket socket = (SSLSocket) sockets().createSocket(connection.socket(), host.host(), host.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            connection.secure(socket);
        } catch (SSLException e) {
            throw new NoReplyException(Reason.TLS_HANDSHAKE, false, e);
        }
    }

    private void tunnel(Connection connection) throws IOException {
        String target = host.host() + ":" + host.port();
        BasicClassicHttpRequest connect = new BasicClassicHttpRequest("CONNECT", target);
        connect.setHeader("Host", target);
        try (ClassicHttpResponse reply =
                new HttpRequestExecutor().execute(connect, connection, HttpCoreContext.create())) {
            if (reply.getCode() != OK) {
                throw new NoReplyException(Reason.PROXY_REFUSED, false, new ConnectException());
            }
        } catch (HttpException e) {
            throw new NoReplyException(Reason.PROXY_REFUSED, false, e);
        }
    }

    private SSLSocketFactory sockets() throws IOException {
        SSLSocketFactory known = tls;
        if (known == null) {
            known = TlsSettings.sockets(settings);
            tls = known;
        }
        return known;
    }
}
