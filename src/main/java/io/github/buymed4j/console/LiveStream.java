package io.github.buymed4j.console;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One open page. Writes without blocking: a reader that is slow gets the latest values only. Thread-safe. */
final class LiveStream implements WriteListener, AsyncListener {

    /** Tells the page that its log-in has ended, so that it does not connect again. */
    private static final String END = "event: end\ndata:\n\n";

    private final AsyncContext context;
    private final HttpSession session;
    private final Consumer<LiveStream> whenClosed;
    private final ServletOutputStream output;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable String waiting;
    private boolean started;
    private boolean unflushed;
    private boolean ending;

    LiveStream(AsyncContext context, HttpSession session, Consumer<LiveStream> whenClosed) throws IOException {
        this.context = context;
        this.session = session;
        this.whenClosed = whenClosed;
        this.output = context.getResponse().getOutputStream();
    }

    synchronized void start(String first) {
        waiting = first;
        context.setTimeout(0);
        context.addListener(this);
        output.setWriteListener(this);
    }

    /** False if the session has ended, was not used for as long as it may be, or is not a log-in by the check. */
    boolean isOfLogin(Predicate<HttpSession> check) {
        try {
            long idle = System.currentTimeMillis() - session.getLastAccessedTime();
            return idle < TimeUnit.SECONDS.toMillis(session.getMaxInactiveInterval()) && check.test(session);
        } catch (IllegalStateException e) {
            return false; // the session has ended
        }
    }

    synchronized void send(String event) {
        waiting = event;
        write();
    }

    synchronized void end() {
        ending = true;
        send(END);
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        write();
    }

    /** The server calls {@link #onWritePossible} again if not all could be written. */
    private void write() {
        try {
            while (started && !closed.get() && output.isReady()) {
                if (waiting != null) {
                    output.write(waiting.getBytes(StandardCharsets.UTF_8));
                    waiting = null;
                    unflushed = true;
                } else if (unflushed) {
                    output.flush();
                    unflushed = false;
                } else if (ending) {
                    close();
                } else {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
        }
    }

    /** Without the lock, because the server may hold one of its own. */
    private void close() {
        if (closed.compareAndSet(false, true)) {
            whenClosed.accept(this);
            try {
                context.complete();
            } catch (IllegalStateException e) {
                // the server has completed it
            }
        }
    }

    @Override
    public void onError(Throwable broken) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // once, before this listener was added
    }
}
