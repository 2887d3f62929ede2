package io.github.buymed4j.rest.transport;

import io.github.buymed4j.rest.transport.NoReplyException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One connection to the host. Its socket is a channel's, so that interrupting the thread ends a read. Not thread-safe, but for {@link #abort}. */
final class Connection extends DefaultBHttpClientConnection {

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    private final SocketChannel channel;
    private @Nullable Probed input;
    private volatile @Nullable Reason aborted;

    Connection(SocketChannel channel) throws IOException {
        super(LIMITS);
        this.channel = channel;
        bind(new Holder(channel.socket()));
    }

    /** The same socket with TLS on it, before the first request. */
    void secure(SSLSocket tls) throws IOException {
        bind(new Holder(tls, channel.socket()));
    }

    Socket socket() {
        return channel.socket();
    }

    void silenceOf(Duration longest) {
        setSocketTimeout(Timeout.of(longest));
    }

    /** True if the host has neither closed the connection nor sent anything that nobody asked for. Blocks nothing. */
    boolean isReusable() {
        Probed stream = input;
        if (stream == null || !isOpen()) {
            return false;
        }
        stream.probing = true;
        try {
            return !isDataAvailable(Timeout.ofMilliseconds(1)) && !stream.ended;
        } catch (IOException e) {
            return false;
        } finally {
            stream.probing = false;
        }
    }

    /** True if the host has closed the connection, as far as it was read. */
    boolean hasEnded() {
        return input != null && input.ended;
    }

    /** Closes the connection at once, from any thread; what waits for it fails with the reason. */
    void abort(Reason why) {
        aborted = why;
        close(CloseMode.IMMEDIATE);
    }

    /** Why {@link #abort} was called; null if it was not. */
    @Nullable
    Reason abortedBy() {
        return aborted;
    }

    private final class Holder extends SocketHolder {

        Holder(Socket plain) {
            super(plain);
        }

        Holder(SSLSocket tls, Socket plain) {
            super(tls, plain);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            Probed probed = new Probed(super.getInputStream(socket));
            input = probed;
            return probed;
        }
    }

    /** While probing, a read looks at the channel without waiting. An idle connection has nothing to read. */
    private final class Probed extends FilterInputStream {

        private boolean probing;
        private boolean ended;

        Probed(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (!probing) {
                int count = super.read(buffer, offset, length);
                ended = count < 0;
                return count;
            }
            channel.configureBlocking(false);
            try {
                ended = channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
            throw new SocketTimeoutException();
        }
    }
}
