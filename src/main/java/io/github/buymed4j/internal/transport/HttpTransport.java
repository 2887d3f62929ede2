package io.github.buymed4j.internal.transport;

import io.github.buymed4j.internal.config.Origin;
import io.github.buymed4j.internal.config.TransportSettings;
import io.github.buymed4j.internal.transport.CallObserver.ObservedRequest;
import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one host over pooled connections. Sends each request at most once: a request that fails on a pooled
 * connection is not repeated. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {

    private static final Map<Destination, HttpTransport> SHARED = new ConcurrentHashMap<>();
    private static final byte[] NOTHING = {};
    private static final String USER_AGENT = "User-Agent";
    private static final Set<String> EXPECTED_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Origin host;
    private final Connector connector;
    private final TransportSettings settings;
    private final HttpRequestExecutor exchanges = new HttpRequestExecutor();
    private final KeptConnections kept = new KeptConnections();
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private final Deadlines deadlines = new Deadlines();
    private volatile boolean closed;

    /**
     * The transport of this application for the host and settings, shared by all REST clients, so that short-lived
     * clients do not open their own connections.
     */
    public static HttpTransport shared(Origin host, TransportSettings settings) {
        return SHARED.computeIfAbsent(
                new Destination(host, settings), destination -> new HttpTransport(host, settings));
    }

    /** Closes all shared transports when the application stops; requests in progress fail. */
    public static void closeShared() {
        SHARED.values().forEach(HttpTransport::close);
        SHARED.clear();
    }

    private record Destination(Origin host, TransportSettings settings) {}

    HttpTransport(Origin host, TransportSettings settings) {
        this.host = host;
        this.settings = settings;
        this.connector = new Connector(host, settings);
    }

    /**
     * Sends the request and reads the whole reply. Blocks the calling thread; ends when it is interrupted.
     *
     * @param largest the maximum number of bytes of the body that are read; for a larger body, the connection is closed
     * @throws NoReplyException if no reply came, or not a complete one
     */
    public Reply send(Request request, Attempt attempt, long largest) throws NoReplyException {
        CallObserver observer = attempt.observer();
        return observer == null
                ? send(request, attempt, List.of(), largest)
                : sendObserved(request, attempt, observer.sending(host, request), largest);
    }

    private Reply sendObserved(Request request, Attempt attempt, ObservedRequest observed, long largest)
            throws NoReplyException {
        try {
            Reply reply = send(request, attempt, observed.headers(), largest);
            observed.replied(reply.status());
            return reply;
        } catch (NoReplyException e) {
            observed.failed(e.reason().name().toLowerCase(Locale.ROOT));
            throw e;
        } catch (RuntimeException e) {
            observed.failed(e.getClass().getName());
            throw e;
        }
    }

    private Reply send(Request request, Attempt attempt, List<HeaderField> added, long largest)
            throws NoReplyException {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw new NoReplyException(closed ? Reason.STOPPED : Reason.INTERRUPTED, false, new SocketException());
        }
        Exchange exchange = new Exchange(attempt.deadline());
        try {
            return exchange.of(message(request, attempt, added), largest);
        } catch (IOException | HttpException e) {
            throw exchange.failure(e);
        } finally {
            exchange.end();
        }
    }

    /** Closes all connections; requests in progress fail. */
    @Override
    public void close() {
        closed = true;
        deadlines.close();
        kept.close();
        inUse.forEach(connection -> connection.abort(Reason.STOPPED));
    }

    /** One request and its reply. */
    private final class Exchange implements Deadlines.Timed {

        private final long deadline;
        private volatile @Nullable Connection connection;
        private boolean over;
        private boolean sent;
        private boolean reusable;

        Exchange(long deadline) {
            this.deadline = deadline;
            deadlines.add(this);
        }

        @Override
        public long due() {
            long silenceEnds = silenceEnds();
            return silenceEnds - deadline < 0 ? silenceEnds : deadline;
        }

        @Override
        public void expire() {
            giveUp(deadline - System.nanoTime() <= 0 ? Reason.TIME_UP : Reason.READ_TIMEOUT);
        }

        private long silenceEnds() {
            Connection open = connection;
            return open == null ? deadline : open.silenceEnds(settings.readTimeout(), deadline);
        }

        Reply of(ClassicHttpRequest message, long largest) throws IOException, HttpException {
            Connection open = kept.take();
            if (open == null) {
                open = connector.open(this::use);
            } else {
                use(open);
            }
            sent = true;
            HttpCoreContext context = HttpCoreContext.create();
            ClassicHttpResponse reply = exchanges.execute(message, open, context);
            if (open.hasEnded()) {
                throw new ConnectionClosedException("The head of the reply is cut off");
            }
            Reply read = read(reply, largest); // not closed: closing would read the rest of the reply
            reusable = !read.truncated() && exchanges.keepAlive(message, reply, open, context);
            return read;
        }

        private synchronized void use(Connection open) {
            connection = open;
            inUse.add(open);
            if (over || closed) {
                giveUp(closed ? Reason.STOPPED : Reason.TIME_UP);
            }
        }

        private synchronized void giveUp(Reason why) {
            over = true;
            if (connection != null) {
                connection.abort(why);
            }
        }

        NoReplyException failure(Exception e) {
            Reason aborted = connection == null ? null : connection.abortedBy();
            if (aborted == null && e instanceof NoReplyException typed) {
                return typed;
            }
            return new NoReplyException(aborted == null ? reasonOf(e) : aborted, sent, e);
        }

        private Reason reasonOf(Exception e) {
            if (e instanceof ClosedByInterruptException
                    || Thread.currentThread().isInterrupted()) {
                return Reason.INTERRUPTED;
            }
            if (e instanceof UnknownHostException) {
                return Reason.UNKNOWN_HOST;
            }
            if (connection != null && connection.hasEnded()) {
                return Reason.BROKEN;
            }
            boolean noHttp = e instanceof HttpException
                    || e instanceof MessageConstraintException
                    || e instanceof MalformedChunkCodingException;
            return noHttp ? Reason.UNREADABLE : Reason.BROKEN;
        }

        void end() {
            deadlines.remove(this);
            Connection released = release();
            if (released == null) {
                return;
            }
            inUse.remove(released);
            if (reusable && released.abortedBy() == null) {
                kept.keep(released);
            } else {
                released.close(CloseMode.IMMEDIATE);
            }
        }

        /** A deadline that is just being handled must not end the next exchange on this connection. */
        private synchronized @Nullable Connection release() {
            Connection released = connection;
            connection = null;
            return released;
        }
    }

    private ClassicHttpRequest message(Request request, Attempt attempt, List<HeaderField> added) {
        String target = connector.sendsThroughProxy() ? host + request.target() : request.target();
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), target);
        message.setHeader("Host", request.address().getRawAuthority());
        request.headers()
                .forEach(header ->
                        message.addHeader(header.name(), attempt.seals().opened(header.name(), header.value())));
        added.forEach(header -> message.setHeader(header.name(), header.value()));
        if (!message.containsHeader(USER_AGENT)) {
            message.setHeader(USER_AGENT, attempt.userAgent());
        }
        if (request.body().length > 0) {
            message.setHeader("Content-Length", request.body().length);
            message.setEntity(new ByteArrayEntity(request.body(), null));
        } else if (EXPECTED_WITH_BODY.contains(request.method())) {
            message.setHeader("Content-Length", 0);
        }
        return message;
    }

    private static Reply read(ClassicHttpResponse reply, long largest) throws IOException {
        List<HeaderField> headers = new ArrayList<>();
        for (Header header : reply.getHeaders()) {
            headers.add(new HeaderField(header.getName(), String.valueOf(header.getValue())));
        }
        HttpEntity entity = reply.getEntity();
        if (entity == null) {
            return new Reply(reply.getCode(), headers, NOTHING, false);
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes((int) Math.min(largest, Integer.MAX_VALUE - 8));
        return new Reply(reply.getCode(), headers, body, content.read() >= 0);
    }
}
