package io.github.buymed4j.sandbox.html;

import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in, by a cookie of this name; logging in always makes a new one. Thread-safe. */
public final class Sessions {
    private static final Duration LIFETIME = Duration.ofHours(2);

    private final Map<String, Session> byHash = new ConcurrentHashMap<>();
    private final String cookie;
    private final Clock clock;

    public Sessions(String cookie, Clock clock) {
        this.cookie = cookie;
        this.clock = clock;
    }

    public Optional<Session> of(Request request) {
        return request.cookie(cookie)
                .map(id -> byHash.get(Secret.hash(id)))
                .filter(session -> clock.instant().isBefore(session.expiresAt()));
    }

    /** Logs the user in; the reply carries the cookie. */
    public Reply open(Request request, String user, Reply reply) {
        close(request);
        byHash.values().removeIf(session -> !clock.instant().isBefore(session.expiresAt()));
        String id = Secret.nonce();
        byHash.put(
                Secret.hash(id),
                new Session(user, Secret.nonce(), clock.instant().plus(LIFETIME)));
        return reply.with("Set-Cookie", cookie + "=" + id + "; Path=" + request.root() + "/; HttpOnly; SameSite=Lax");
    }

    public void close(Request request) {
        request.cookie(cookie).ifPresent(id -> byHash.remove(Secret.hash(id)));
    }
}
