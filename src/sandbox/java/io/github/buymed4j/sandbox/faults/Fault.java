package io.github.buymed4j.sandbox.faults;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One ordered fault and how often it is still to happen. Thread-safe. */
public final class Fault {
    /** Until the faults are deleted. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final Target ANY = new Target("", "*");

    private final Target target;
    private final Change change;
    private final AtomicLong left;

    public Fault(Target target, Change change, long times) {
        this.target = target;
        this.change = change;
        this.left = new AtomicLong(times);
    }

    /** Replies so in place of the platform, to every request until the faults are replaced. */
    public static Fault status(int status) {
        return new Fault(
                ANY, new Change(Optional.of(status), Optional.empty(), List.of(), Duration.ZERO, false), FOREVER);
    }

    /** Holds each reply of the platform back. */
    public static Fault delay(Duration delay) {
        return new Fault(ANY, new Change(Optional.empty(), Optional.empty(), List.of(), delay, false), FOREVER);
    }

    /** Only to requests of this method and path; a path that ends in {@code *} is a prefix. */
    public Fault on(String method, String path) {
        return new Fault(new Target(method, path), change, left.get());
    }

    /** Only so often. */
    public Fault times(long times) {
        return new Fault(target, change, times);
    }

    public Fault body(String body) {
        return with(new Change(change.status, Optional.of(body), change.headers, change.delay, change.after));
    }

    public Fault header(String name, String value) {
        List<HeaderField> headers = Stream.concat(change.headers.stream(), Stream.of(new HeaderField(name, value)))
                .toList();
        return with(new Change(change.status, change.body, headers, change.delay, change.after));
    }

    /** The request is processed all the same, and its reply thrown away. */
    public Fault afterProcessing() {
        return with(new Change(change.status, change.body, change.headers, change.delay, true));
    }

    private Fault with(Change changed) {
        return new Fault(target, changed, left.get());
    }

    boolean take(Request request) {
        return target.matches(request) && left.getAndUpdate(count -> count > 0 ? count - 1 : 0) > 0;
    }

    public Reply reply(Supplier<Reply> process) {
        return change.reply(process);
    }

    /** Which requests; an empty method is any, a path that ends in {@code *} is a prefix. */
    public record Target(String method, String path) {
        boolean matches(Request request) {
            boolean samePath = path.endsWith("*")
                    ? request.path().startsWith(path.substring(0, path.length() - 1))
                    : request.path().equals(path);
            return samePath && (method.isEmpty() || method.equalsIgnoreCase(request.method()));
        }
    }

    /**
     * What becomes of them. Without a status the request is processed and its reply changed; with one the request is
     * only processed if {@code after}, and its reply thrown away.
     */
    public record Change(
            Optional<Integer> status, Optional<String> body, List<HeaderField> headers, Duration delay, boolean after) {
        public Change {
            headers = List.copyOf(headers);
        }

        Reply reply(Supplier<Reply> process) {
            Reply reply = status.isEmpty() || after ? process.get() : Reply.json(status.get(), "FAULT", "");
            reply = new Reply(
                    status.orElse(reply.status()),
                    reply.outcome(),
                    status.isPresent() ? Reply.json(200, "", "").headers() : reply.headers(),
                    body.orElse(status.isPresent() ? Faults.body(status.get()) : reply.body()),
                    delay.isZero() ? reply.delay() : delay);
            for (HeaderField header : headers) {
                reply = reply.with(header.name(), header.value());
            }
            return reply;
        }
    }
}
