package io.github.buymed4j.battery;

import static io.github.buymed4j.battery.Replies.OK;
import static io.github.buymed4j.battery.Replies.begin;
import static io.github.buymed4j.battery.Replies.json;
import static io.github.buymed4j.battery.Replies.raw;
import static io.github.buymed4j.battery.Replies.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a platform, or what stands between, does wrong, each by a name. */
final class Misbehaviour {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    /** What ends with an answer at once, and repeats no secret. */
    static final List<String> WITH_AN_ANSWER =
            List.of(("ok error-200 204 html blank 404 500 401-html 503-html 403 truncated truncated-unread deep two"
                            + " type-short type-twice type-none type-broken no-http half-head half-body half-chunk bad-chunk"
                            + " bad-length drop redirect-302 redirect-307 endless endless-500 endless-headers endless-header"
                            + " endless-status")
                    .split(" "));

    private Misbehaviour() {}

    /** A peer that does all of it; it repeats the secret where it can, and leads to the sink. */
    static Peer platform(Peer sink, String secret, String token) {
        Peer peer = new Peer();
        replies(peer);
        connections(peer);
        limits(peer);
        echoes(peer, secret, token);
        IntStream.of(301, 302, 303, 307, 308)
                .forEach(status -> peer.on(
                        "redirect-" + status, reply(status, "text/plain", "", "Location: " + sink.url() + "/stolen")));
        sink.on("stolen", json(200, OK));
        return peer;
    }

    private static void replies(Peer peer) {
        peer.on("ok", json(200, OK))
                .on("away", json(200, OK))
                .on("error-200", json(200, "{\"status\":\"ERROR\",\"message\":\"broken\",\"data\":null}"))
                .on("204", Replies.empty(204))
                .on("html", reply(200, "text/html", "<html>Please log in</html>"))
                .on("blank", Replies.empty(200))
                .on("404", json(404, "{\"status\":\"NOT_FOUND\",\"message\":\"gone\",\"errorCode\":\"not_found\"}"))
                .on("500", json(500, "{\"status\":\"ERROR\",\"message\":\"boom\",\"errorCode\":\"internal_error\"}"))
                .on("401-html", reply(401, "text/html", "<html>Unauthorized</html>"))
                .on("503-html", reply(503, "text/html", "<h1>Service Unavailable</h1>"))
                .on("403", json(403, "{\"status\":\"FORBIDDEN\",\"message\":\"scope\"}"))
                .on("429", json(429, "[".repeat(1_100), "Retry-After: 1"))
                .on("truncated", json(200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x"))
                .on("truncated-unread", json(200, "{\"status\":\"OK\",\"data\":[{\"id\":1,\"newField\":[1,2"))
                .on("deep", json(200, "[".repeat(1_100)))
                .on("two", json(200, OK + OK))
                .on("type-short", reply(200, "json", OK))
                .on("type-twice", reply(200, "application/json, application/json", OK))
                .on("type-none", raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + OK))
                .on("type-broken", reply(200, "application/json; charset", OK))
                .on("no-http", raw("SSH-2.0-OpenSSH_9.2\r\n"))
                .on("half-head", raw("HTTP/1.1 200 OK\r\nContent-Ty"))
                .on("half-body", raw(begin(200) + "Content-Length: 200\r\n\r\n{\"status\":\"OK\","))
                .on("half-chunk", raw(CHUNKED + "ff\r\n{\"status\":"))
                .on("bad-chunk", raw(CHUNKED + "zz\r\n" + OK))
                .on("bad-length", raw(begin(200) + "Content-Length: many\r\n\r\n" + OK));
    }

    private static void connections(Peer peer) {
        peer.on("drop", Replies.DROP)
                .on("kept", Replies.kept(200, OK))
                .on("kept-for-a-moment", Replies.keptForAMoment(OK))
                .on("drip-head", Replies.drip("HTTP/1.1 200 OK\r\nX-Drip: ", "0123456789"))
                .on("drip-body", Replies.drip(begin(200) + "\r\n{", " "))
                .on("profile", Replies.drip(begin(200) + "\r\n{", " "));
    }

    private static void limits(Peer peer) {
        peer.on("large", Replies.endless(begin(200) + "Content-Length: 67108864\r\n\r\n", " "))
                .on("endless", Replies.endless(begin(200) + "\r\n", " "))
                .on("endless-500", Replies.endless(begin(500) + "\r\n", " "))
                .on("endless-401", Replies.endless(begin(401) + "\r\n", " "))
                .on("endless-chunks", Replies.endless(CHUNKED, "10\r\n                \r\n"))
                .on("endless-headers", Replies.endless("HTTP/1.1 200 OK\r\n", "X-Line: one of many\r\n"))
                .on("endless-header", Replies.endless("HTTP/1.1 200 OK\r\nX-Line: ", "x"))
                .on("endless-status", Replies.endless("HTTP/1.1 200 ", "x"))
                .on("many-headers", Replies.headers(100_000));
    }

    private static void echoes(Peer peer, String secret, String token) {
        String encoded = percentEncoded(secret);
        String cut = secret.substring(0, secret.length() - 10);
        String error = "{\"status\":\"ERROR\",\"message\":\"%s\"}";
        peer.on("echo-body", json(500, error.formatted(secret)))
                .on("echo-token", json(500, error.formatted(token)))
                .on("echo-encoded", json(500, error.formatted(encoded)))
                .on("echo-cut", json(500, error.formatted(cut)))
                .on("echo-code", json(500, "{\"status\":\"" + secret + "\",\"errorCode\":\"" + token + "\"}"))
                .on("echo-json", json(200, "{\"status\":" + secret))
                .on(
                        "echo-misfit",
                        json(200, "{\"status\":\"OK\",\"data\":[{\"" + secret + "\":1,\"quantity\":\"x\"}]}"))
                .on("echo-type", reply(200, "text/" + secret, OK))
                .on("echo-type-encoded", reply(200, "text/" + encoded, OK))
                .on("echo-type-broken", reply(200, secret, OK))
                .on("echo-header", json(500, "{}", "X-Echo: " + secret, "Date: " + token))
                .on("echo-retry-after", json(503, "{}", "Retry-After: " + secret))
                .on("echo-status-line", Replies.statusLine("HTTP/1.1 500 " + secret, "{}"))
                .on("echo-status", Replies.statusLine("HTTP/1.1 " + secret, "{}"))
                .on("echo-version", Replies.statusLine(secret + " 200 OK", "{}"))
                .on("echo-location", reply(302, "text/plain", "", "Location: http://127.0.0.1:1/?s=" + secret))
                .on("echo-location-encoded", reply(302, "text/plain", "", "Location: http://127.0.0.1:1/" + encoded))
                .on("echo-location-host", reply(302, "text/plain", "", "Location: http://" + cut + ".example/"))
                .on("echo-no-colon", raw("HTTP/1.1 200 OK\r\n" + secret + "\r\n\r\n{}"))
                .on("echo-length", raw(begin(200) + "Content-Length: " + secret + "\r\n\r\n{}"))
                .on("echo-chunk", raw(CHUNKED + secret + "\r\n{}"))
                .on("echo-encoding", json(200, OK, "Content-Encoding: " + secret));
    }

    static String percentEncoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> "%%%02X".formatted(bytes[i]))
                .collect(Collectors.joining());
    }
}
