package io.github.buymed4j.sandbox.control;

import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may use {@code /control/}. A page of any site that is open in a browser of this machine can send requests to the
 * sandbox, so that the address of the sender proves nothing: a change needs a header that neither a form nor a script of
 * another origin can send, and the host by which the sandbox was called must be this machine's own, so that a name that an
 * attacker points to 127.0.0.1 is refused.
 */
final class ControlGuard {
    /** On each request that changes something; its value is {@code true}. */
    static final String HEADER = "X-Sandbox-Control";

    private static final List<String> CREDENTIALS = List.of("Client-ID", "Client-Secret", "Authorization");
    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("(::ffff:)?127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|(::|0:0:0:0:0:0:0:)1");
    private static final List<String> LOOPBACK_HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    private final boolean remote;

    /** Takes whether it may be used from other machines, and by any host name. */
    ControlGuard(boolean remote) {
        this.remote = remote;
    }

    /**
     * Lets the request through.
     *
     * @throws Refusal 400 or 403, which says what is missing
     */
    void check(Request request) {
        if (CREDENTIALS.stream().anyMatch(name -> request.count(name) > 0)) {
            throw Refusal.invalid("CREDENTIALS_NOT_WANTED", "A control request carries no credentials");
        }
        if (!remote) {
            checkLocal(request);
        }
        if (!request.method().equals("GET") && !request.header(HEADER).equals(Optional.of("true"))) {
            throw forbidden(
                    "CONTROL_HEADER_MISSING",
                    "A control request that changes something needs the header " + HEADER + ": true");
        }
        if (!request.body().isEmpty() && !isJson(request)) {
            throw Refusal.invalid("INVALID_CONTENT_TYPE", "The Content-Type of a control request is application/json");
        }
    }

    private static void checkLocal(Request request) {
        if (!LOOPBACK_ADDRESS.matcher(plainAddress(request.remoteAddress())).matches()) {
            throw forbidden("CONTROL_NOT_LOCAL", "Control requests come from this machine");
        }
        if (!isLoopback(request.host())) {
            throw forbidden("CONTROL_HOST", "Control requests are sent to localhost, 127.0.0.1 or [::1]");
        }
        if (request.count("Origin") > 1
                || !request.header("Origin").map(ControlGuard::isLoopbackOrigin).orElse(true)) {
            throw forbidden("CONTROL_ORIGIN", "Control requests are not sent by pages of other sites");
        }
    }

    /** Without the brackets and the interface that some containers add. */
    private static String plainAddress(String address) {
        return address.replaceAll("[\\[\\]]|%.*", "");
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT)) || host.equals("::1");
    }

    private static boolean isLoopbackOrigin(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && isLoopback(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static boolean isJson(Request request) {
        String type = request.header("Content-Type").orElse("");
        return type.split(";", -1)[0].strip().equalsIgnoreCase("application/json");
    }

    private static Refusal forbidden(String errorCode, String message) {
        return Refusal.of(403, "FORBIDDEN", errorCode, message);
    }
}
