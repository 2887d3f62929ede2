package io.github.buymed4j.bench;

import io.github.buymed4j.accounts.TestKeys;
import io.github.buymed4j.it.SandboxApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server that measures, with the sandbox beside it; both are started when the first figure needs them. */
final class BenchServer implements AutoCloseable {

    /** HTTP/1.1, as in ClinicPage. */
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String[] JMH_OPTIONS = {
        "-Djmh.ignoreLock=true",
        "-Djmh.executor=CUSTOM",
        "-Djmh.executor.class=io.github.buymed4j.bench.war.ManagedThreads",
        // what JMH tells a process of its own
        "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=dontinline,org.openjdk.jmh.infra.Blackhole::consume",
        "-XX:CompileCommand=dontinline,*::*_jmhStub",
    };

    private final Path project;
    private @Nullable PayaraMicro server;

    BenchServer(Path project) {
        this.project = project;
    }

    /** One more, which nothing has been measured on. */
    BenchServer another() {
        return new BenchServer(project);
    }

    /** Measures once, on so many threads; the amount is a number of times for some, of milliseconds for others. */
    double measure(String what, int threads, int amount) {
        URI measure = running().resolve("measure?what=" + what + "&threads=" + threads + "&amount=" + amount);
        HttpRequest request =
                HttpRequest.newBuilder(measure).timeout(Duration.ofMinutes(5)).build();
        try {
            HttpResponse<String> reply = HTTP.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(what + " was not measured; see target/bench");
            }
            return Double.parseDouble(reply.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server did not answer", e);
        }
    }

    private URI running() {
        if (server == null) {
            SandboxApp app = SandboxApp.named("bench");
            Path war = BenchWar.write(project, app.url());
            server = PayaraMicro.start(project, war, credentials(app), JMH_OPTIONS);
        }
        return server.base();
    }

    static Map<String, String> credentials(SandboxApp app) {
        return Map.of(
                "BUYMED_CLIENT_ID", app.clientId(),
                "BUYMED_CLIENT_SECRET", app.clientSecret(),
                "BUYMED_ACCESS_TOKEN", app.accessToken(),
                "BUYMED_ACCOUNTS_KEYS", TestKeys.set("bench"));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
