package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import io.github.buymed4j.kit.SandboxControl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code buymed4j-sandbox.jar} beside WireMock, each a process of its own: from the start until a first request is answered, and
 * how many requests a second are answered on kept connections, to clients on the same processors.
 */
final class SandboxFigures {

    private static final int RUNS = 5;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final String PATH = "/api/v1/pharmacy/profile";
    private static final String STUB = "{\"request\":{\"method\":\"GET\",\"urlPath\":\"" + PATH
            + "\"},\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\"{}\"}}";

    private SandboxFigures() {}

    static List<Figure> all(Path project) {
        return List.of(
                new Figure("sandbox-start", "s", new Bound(Kind.AT_MOST, 2), () -> starts(project)),
                new Figure("sandbox-rate", "requests/s", new Bound(Kind.AT_LEAST, 3000), () -> rates(project)));
    }

    private static Medians starts(Path project) {
        start(sandbox(project)); // reads the JDK from the disk
        return Medians.byTurns(RUNS, () -> start(sandbox(project)), () -> start(wireMock(project)));
    }

    private static double start(JarProcess process) {
        try (process) {
            return process.start().toNanos() / 1e9;
        }
    }

    private static Medians rates(Path project) {
        try (JarProcess sandbox = sandbox(project);
                JarProcess wireMock = wireMock(project)) {
            SocketLoad ours = ours(sandbox);
            SocketLoad theirs = theirs(wireMock);
            ours.rate(CONNECTIONS, WARM_UP);
            theirs.rate(CONNECTIONS, WARM_UP);
            return Medians.byTurns(
                    RUNS, () -> ours.rate(CONNECTIONS, MEASURED), () -> theirs.rate(CONNECTIONS, MEASURED));
        }
    }

    private static SocketLoad ours(JarProcess sandbox) {
        sandbox.start();
        new SandboxControl(URI.create("http://127.0.0.1:" + sandbox.port()))
                .send("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
        return new SocketLoad(
                sandbox.port(),
                "GET " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Service-Region: vn"
                        + "\r\nClient-ID: " + sandbox.printed("buymed.client-id")
                        + "\r\nClient-Secret: " + sandbox.printed("buymed.client-secret")
                        + "\r\nAuthorization: Bearer " + sandbox.printed("buymed.access-token")
                        + "\r\n\r\n");
    }

    private static SocketLoad theirs(JarProcess wireMock) {
        wireMock.start();
        wireMock.send("POST", "/__admin/mappings", STUB);
        return new SocketLoad(wireMock.port(), "GET " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private static JarProcess sandbox(Path project) {
        return new JarProcess(project.resolve("target/buymed4j-sandbox.jar"), "/");
    }

    private static JarProcess wireMock(Path project) {
        return new JarProcess(
                project.resolve("target/servers/wiremock.jar"),
                "/__admin/mappings",
                "--bind-address",
                "127.0.0.1",
                "--root-dir",
                project.resolve("target/wiremock").toString(),
                "--no-request-journal",
                "--use-chunked-encoding",
                "never");
    }
}
