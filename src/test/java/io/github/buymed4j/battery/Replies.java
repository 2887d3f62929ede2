package io.github.buymed4j.battery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The scripts of a {@link Peer}: how a platform, or what stands between, replies. */
final class Replies {

    /** Closes the connection without a reply. */
    static final Peer.Script DROP = (request, out) -> false;

    static final String OK = "{\"status\":\"OK\",\"message\":\"\",\"data\":[{\"note\":\"ổn\",\"quantity\":1}]}";

    private static final String JSON = "application/json; charset=utf-8";
    private static final byte[] FILLER = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

    /** Where an endless reply ends all the same, so that a client that reads on is seen and not waited for. */
    private static final long END = 96L << 20;

    private Replies() {}

    /** A whole reply, after which the connection is closed, as its header says. */
    static Peer.Script reply(int status, String contentType, String body, String... headers) {
        return whole(false, "HTTP/1.1 " + status + " Reason", contentType, body, headers);
    }

    static Peer.Script json(int status, String body, String... headers) {
        return reply(status, JSON, body, headers);
    }

    /** As {@link #json}, on a connection that stays open. */
    static Peer.Script kept(int status, String body) {
        return whole(true, "HTTP/1.1 " + status + " Reason", JSON, body);
    }

    /** As {@link #json}, with a status line of its own. */
    static Peer.Script statusLine(String line, String body) {
        return whole(false, line, JSON, body);
    }

    static Peer.Script empty(int status) {
        return raw("HTTP/1.1 " + status + " Reason\r\n" + (status == 204 ? "" : "Content-Length: 0\r\n")
                + "Connection: close\r\n\r\n");
    }

    /** These very bytes, and the end of the connection. */
    static Peer.Script raw(String text) {
        return (request, out) -> {
            write(out, text);
            return false;
        };
    }

    /** Replies, keeps the connection for a moment and closes it while it is idle. */
    static Peer.Script keptForAMoment(String body) {
        Peer.Script kept = kept(200, body);
        return (request, out) -> {
            kept.answer(request, out);
            out.flush();
            LockSupport.parkNanos(50_000_000L);
            return false;
        };
    }

    /** The beginning at once, then a byte each half second. */
    static Peer.Script drip(String beginning, String then) {
        return (request, out) -> {
            write(out, beginning);
            for (int i = 0; i < 40; i++) {
                out.flush();
                LockSupport.parkNanos(500_000_000L);
                write(out, then.substring(i % then.length(), i % then.length() + 1));
            }
            return false;
        };
    }

    /** The beginning, then the text again and again. */
    static Peer.Script endless(String beginning, String again) {
        byte[] repeated =
                again.repeat(Math.max(1, FILLER.length / again.length())).getBytes(StandardCharsets.US_ASCII);
        return (request, out) -> {
            write(out, beginning);
            for (long written = 0; written < END; written += repeated.length) {
                out.write(repeated, 0, repeated.length);
            }
            return false;
        };
    }

    /** A reply of so many header lines. */
    static Peer.Script headers(int lines) {
        return (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            write(out, "X-Line: one of many\r\n".repeat(lines));
            write(out, "Content-Type: " + JSON + "\r\nConnection: close\r\n\r\n" + OK);
            return false;
        };
    }

    static String begin(int status) {
        return "HTTP/1.1 " + status + " Reason\r\nContent-Type: " + JSON + "\r\nConnection: close\r\n";
    }

    private static Peer.Script whole(
            boolean kept, String statusLine, String contentType, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(statusLine + "\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + bytes.length + "\r\n" + (kept ? "" : "Connection: close\r\n"));
        Arrays.asList(headers).forEach(header -> head.append(header).append("\r\n"));
        return (request, out) -> {
            write(out, head + "\r\n");
            out.write(bytes, 0, bytes.length);
            return kept;
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }
}
