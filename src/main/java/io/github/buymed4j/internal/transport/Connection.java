package io.github.buymed4j.internal.transport;

import io.github.buymed4j.internal.transport.NoReplyException.Reason;
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

/**
 * One connection to the host. Its socket belongs to a channel, so that interrupting the thread ends a read. Not
 * thread-safe, except {@link #abort} and {@link #silenceEnds}.
 */
final class Connection extends DefaultBHttpClientConnection {

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    private static final long NOT_WAITING = 0;

    private final SocketChannel channel;
    private @Nullable Probed input;
    private volatile @Nullable Reason aborted;
    private volatile long waitingSince = NOT_WAITING;

    Connection(SocketChannel channel) throws IOException {
        super(LIMITS);
        this.channel = channel;
        bind(new Holder(channel.socket()));
    }

    /** Starts TLS on the socket, before the first request. Blocks during the handshake. */
    void secure(SSLSocket tls) throws IOException {
        waitFor(() -> {
            tls.startHandshake();
            return 0;
        });
        bind(new Holder(tls, channel.socket()));
    }

    Socket socket() {
        return channel.socket();
    }

    /** When the current read will have waited for {@code longest}; {@code otherwise} if no read is waiting. */
    long silenceEnds(Duration longest, long otherwise) {
        long since = waitingSince;
        return since == NOT_WAITING ? otherwise : since + longest.toNanos();
    }

    /** True if the host has neither closed the connection nor sent unexpected data. Does not block. */
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

    /** True if a read has found that the host closed the connection. */
    boolean hasEnded() {
        return input != null && input.ended;
    }

    /** Closes the connection at once, from any thread; a waiting read fails. */
    void abort(Reason why) {
        aborted = why;
        close(CloseMode.IMMEDIATE);
    }

    /** Why {@link #abort} was called; null if it was not. */
    @Nullable
    Reason abortedBy() {
        return aborted;
    }

    /** Runs a read and records when it began; the socket has no timeout, which would need more system calls. */
    private int waitFor(Reading reading) throws IOException {
        waitingSince = System.nanoTime() | 1;
        try {
            return reading.read();
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
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

    /**
     * Thrown when probing finds no data, before each request; without stack trace, which would cost more than the read.
     */
    private static final class NothingToRead extends SocketTimeoutException {

        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // changes no state
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    /** While probing, a read checks the channel without waiting. An idle, reusable connection has nothing to read. */
    private final class Probed extends FilterInputStream {

        private boolean probing;
        private boolean ended;

        Probed(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (!probing) {
                int count = waitFor(() -> in.read(buffer, offset, length));
                ended = count < 0;
                return count;
            }
            channel.configureBlocking(false);
            try {
                ended = channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
            throw new NothingToRead();
        }
    }
}
