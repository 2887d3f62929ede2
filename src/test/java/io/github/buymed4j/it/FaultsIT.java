package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.Canary;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an enterprise bean's caller gets when the platform, or what stands between, misbehaves. */
@ExtendWith(ArquillianExtension.class)
class FaultsIT {

    private static final String SECRET = Canary.secret();
    private static final String TOKEN = Canary.accessToken();
    private static final FaultyPlatform SINK = new FaultyPlatform();
    private static final FaultyPlatform PLATFORM = platform();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return ConsumerWar.of(
                "faults",
                PLATFORM.url(),
                "buymed_app_987654321",
                SECRET,
                Map.of(
                        "buymed/mp-rest/readTimeout",
                        "1500",
                        "buymed.quota.per-minute",
                        "100000",
                        "buymed.retry.max-duration",
                        "PT3S",
                        "buymed.access-token",
                        TOKEN,
                        "detour.port",
                        String.valueOf(SINK.url().getPort())));
    }

    private static FaultyPlatform platform() {
        return new FaultyPlatform()
                .onJson("fine", 200, envelope("[{\"note\":\"ổn\",\"quantity\":1}]"))
                .on("html", 200, "text/html", "<html>Please log in</html>")
                .onJson("empty", 200, "")
                .onJson("truncated", 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x")
                .onJson("data-missing", 200, "{\"status\":\"OK\"}")
                .onJson("data-null", 200, envelope("null"))
                .onJson("data-object", 200, envelope("{\"note\":\"một\",\"quantity\":1}"))
                .onJson("wrong-type", 200, envelope("[{\"note\":\"x\",\"quantity\":\"many\"}]"))
                .onJson("no-envelope", 200, "{\"hello\":1}")
                .onJson("error-under-200", 200, "{\"data\":\"none\",\"status\":\"ERROR\",\"message\":\"broken\"}")
                .onJson("invalid-under-200", 200, "{\"status\":\"INVALID\",\"message\":\"bad\",\"errorCode\":\"X1\"}")
                .onJson("echo-401", 401, error("UNAUTHORIZED", "INVALID_TOKEN", "bad " + TOKEN + " and " + SECRET))
                .onJson("400", 400, error("INVALID", "invalid_request", "wrong"))
                .onJson("403", 403, error("FORBIDDEN", "forbidden", "scope pharmacy:order:read"))
                .onJson("404", 404, error("NOT_FOUND", "not_found", "gone"))
                .onJson("429", 429, error("TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED", "slow"), "Retry-After: 1")
                .onJson("500", 500, error("ERROR", "internal_error", "boom"))
                .on("503", 503, "text/html", "<h1>Service Unavailable</h1>")
                .on("drop", (out, socket) -> {})
                .on("reset", (out, socket) -> socket.setSoLinger(true, 0))
                .on("silence", (out, socket) -> LockSupport.parkNanos(4_000_000_000L))
                .on("large", FaultsIT::twentyMegabytes)
                .on("redirect", 302, "text/plain", "", "Location: " + SINK.url() + "/stolen");
    }

    private static String envelope(String data) {
        return "{\"status\":\"OK\",\"message\":\"\",\"data\":" + data + "}";
    }

    private static String error(String status, String code, String message) {
        return "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}";
    }

    private static void twentyMegabytes(java.io.OutputStream out, java.net.Socket socket) throws java.io.IOException {
        byte[] filler = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + 20 * filler.length + "\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (int i = 0; i < 20; i++) {
            out.write(filler);
        }
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @MethodSource
    void call_ofAFault_givesItsTypedException(String fault, String exception, String text) {
        var outcome = new Probe(base).call("get-fault", fault);

        assertThat(outcome.exception()).isEqualTo(exception);
        assertThat(outcome.message()).contains(text);
        assertThat(outcome.trace()).doesNotContain(SECRET, TOKEN, "EJBException");
    }

    static Stream<Arguments> call_ofAFault_givesItsTypedException() {
        return Stream.of(
                arguments("html", "UnreadableReplyException", "text/html"),
                arguments("empty", "UnreadableReplyException", "empty"),
                arguments("truncated", "UnreadableReplyException", "cannot be read"),
                arguments("data-missing", "UnreadableReplyException", "data is empty"),
                arguments("data-null", "UnreadableReplyException", "data is empty"),
                arguments("wrong-type", "UnreadableReplyException", "cannot be read"),
                arguments("no-envelope", "UnreadableReplyException", "not the envelope"),
                arguments("large", "UnreadableReplyException", "buymed.max-reply-size"),
                arguments("error-under-200", "PlatformFailureException", "broken"),
                arguments("invalid-under-200", "InvalidRequestException", "X1"),
                arguments("echo-401", "AccessTokenRejectedException", "buymed.access-token"),
                arguments("400", "InvalidRequestException", "wrong"),
                arguments("403", "AccessForbiddenException", "pharmacy:order:read"),
                arguments("404", "ResourceNotFoundException", "gone"),
                arguments("429", "TooManyRequestsException", "slow"),
                arguments("500", "PlatformFailureException", "boom"),
                arguments("503", "PlatformFailureException", "503"),
                arguments("drop", "PlatformUnreachableException", "127.0.0.1"),
                arguments("reset", "PlatformUnreachableException", "the connection broke"),
                arguments("silence", "PlatformUnreachableException", "readTimeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "truncated", "error-under-200", "404", "500", "reset", "silence", "redirect"})
    void laterCall_ofAFault_givesTheSameExceptionAsTheBlockingOne(String fault) {
        var atTheSameTime = CompletableFuture.supplyAsync(() -> new Probe(base).call("get-fault", fault));

        var later = new Probe(base).call("get-fault-later", fault);

        var blocking = atTheSameTime.join();
        assertThat(later.exception()).isEqualTo(blocking.exception());
        assertThat(later.message()).isEqualTo(blocking.message());
    }

    @Test
    void dataAsObject_isTheOnlyElement() {
        assertThat(new Probe(base).call("get-fault", "data-object").value()).contains("một");
    }

    @Test
    void request_ledAwayByAUsersFilter_isNotSent() {
        var outcome = new Probe(base).call("detour");

        assertThat(outcome.exception()).isEqualTo("RequestRefusedException");
        assertThat(outcome.message()).contains("localhost", "buymed/mp-rest/url");
        assertThat(SINK.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "reset"})
    void post_whoseConnectionBreaks_arrivesExactlyOnce(String fault) {
        int before = posts(fault);

        var outcome = new Probe(base).call("post-fault", fault);

        assertThat(outcome.exception()).isEqualTo("PlatformUnreachableException");
        assertThat(posts(fault) - before).isEqualTo(1);
    }

    @Test
    void post_onAConnectionKeptAlive_arrivesExactlyOnceWhereItBreaks() {
        new Probe(base).call("post-fault", "fine");

        post_whoseConnectionBreaks_arrivesExactlyOnce("drop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503", "drop", "reset", "silence"})
    void get_faultThatPasses_isRepeated(String fault) {
        for (String call : List.of("get-fault", "get-fault-later")) {
            String once = fault + "-once-" + call;
            PLATFORM.once(once, fault);

            var outcome = new Probe(base).call(call, once);

            assertThat(outcome.trace()).as(call).isEmpty();
            assertThat(outcome.value()).contains("ổn");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503", "reset"})
    void post_faultThatPasses_isSentOnce(String fault) {
        PLATFORM.once(fault + "-once-post", fault);

        var outcome = new Probe(base).call("post-fault", fault + "-once-post");

        assertThat(outcome.exception()).isNotEmpty();
        assertThat(PLATFORM.arrivals(fault + "-once-post")).hasSize(1);
    }

    private static int posts(String fault) {
        return (int) PLATFORM.arrivals(fault).stream()
                .filter(arrival -> arrival.method().equals("POST"))
                .count();
    }
}
