package io.github.buymed4j.sandbox.logins;

import io.github.buymed4j.sandbox.apps.Secret;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who is logged in, by a cookie of this name. Every browser has that cookie, logged in or not, and the token of its forms is
 * derived from it; logging in always makes a new one. Thread-safe.
 */
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

    /** Whether a posted form comes from a page that this browser was given. */
    public boolean posted(Request request) {
        String given = request.form().first("csrf").orElse("");
        return request.cookie(cookie)
                .filter(id -> Secret.matches(given, Secret.hash(csrf(id))))
                .isPresent();
    }

    /** A page for a browser that is not logged in; the function takes the token of its form. */
    public Reply guest(Request request, Function<String, Reply> page) {
        String id = request.cookie(cookie).orElseGet(Secret::nonce);
        return withCookie(request, id, page.apply(csrf(id)));
    }

    /** Logs the user in; the reply carries the cookie. */
    public Reply open(Request request, String user, Reply reply) {
        close(request);
        byHash.values().removeIf(session -> !clock.instant().isBefore(session.expiresAt()));
        String id = Secret.nonce();
        byHash.put(Secret.hash(id), new Session(user, csrf(id), clock.instant().plus(LIFETIME)));
        return withCookie(request, id, reply);
    }

    public void close(Request request) {
        request.cookie(cookie).ifPresent(id -> byHash.remove(Secret.hash(id)));
    }

    private Reply withCookie(Request request, String id, Reply reply) {
        return reply.with("Set-Cookie", cookie + "=" + id + "; Path=" + request.root() + "/; HttpOnly; SameSite=Lax");
    }

    private static String csrf(String id) {
        return Secret.hash("csrf " + id);
    }
}
