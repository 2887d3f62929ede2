package io.github.buymed4j.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Between the container and the sandbox. A reply that is held back holds no thread. */
public final class SandboxServlet extends HttpServlet {
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final long WRITE_MILLIS = 60_000;

    private final transient Sandbox sandbox = new Sandbox(Clock.systemUTC(), Seed.find(), isRemoteControl());
    private final transient ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "sandbox-timer");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether the system property or the environment opens {@code /control/} to other machines. */
    private static boolean isRemoteControl() {
        return "true".equals(System.getProperty("sandbox.control-remote", System.getenv("SANDBOX_CONTROL_REMOTE")));
    }

    @Override
    protected void service(HttpServletRequest incoming, HttpServletResponse outgoing) throws IOException {
        Reply reply = sandbox.answer(read(incoming));
        if (reply.delay().isZero()) {
            write(reply, outgoing);
            return;
        }
        AsyncContext held = incoming.startAsync();
        held.setTimeout(reply.delay().toMillis() + WRITE_MILLIS);
        Future<?> unused =
                timer.schedule(() -> release(held, reply), reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void release(AsyncContext held, Reply reply) {
        try {
            write(reply, (HttpServletResponse) held.getResponse());
        } catch (IOException | IllegalStateException clientHasGone) {
            // nobody is left to be told
        } finally {
            held.complete();
        }
    }

    private static Request read(HttpServletRequest incoming) throws IOException {
        String path = incoming.getPathInfo();
        return new Request(
                incoming.getMethod(),
                incoming.getContextPath(),
                path == null ? "/" : path,
                Parameters.decode(incoming.getQueryString()),
                headers(incoming),
                new String(incoming.getInputStream().readNBytes(LARGEST_BODY), UTF_8),
                incoming.getRemoteAddr(),
                incoming.getServerName());
    }

    /** In the order in which the container tells them, each as often as it arrived. */
    private static List<HeaderField> headers(HttpServletRequest incoming) {
        List<HeaderField> fields = new ArrayList<>();
        for (String name : Collections.list(incoming.getHeaderNames())) {
            for (String value : Collections.list(incoming.getHeaders(name))) {
                fields.add(new HeaderField(name, value));
            }
        }
        return fields;
    }

    private static void write(Reply reply, HttpServletResponse outgoing) throws IOException {
        outgoing.setStatus(reply.status());
        reply.headers().forEach(field -> outgoing.addHeader(field.name(), field.value()));
        byte[] body = reply.body().getBytes(UTF_8);
        outgoing.setContentLength(body.length);
        outgoing.getOutputStream().write(body);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
