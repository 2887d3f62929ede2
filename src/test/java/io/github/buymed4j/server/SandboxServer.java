package io.github.buymed4j.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The sandbox on a Payara Micro of its own, whatever the server under test is: once for all tests of this JVM, and stopped with it. */
public final class SandboxServer {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static @Nullable URI running;

    private SandboxServer() {}

    /** Starts it unless it runs, waits until it answers, and returns its base, such as {@code http://127.0.0.1:40123/sandbox}. */
    public static synchronized URI start() {
        if (running == null) {
            running = startOn(freePort());
        }
        return running;
    }

    private static URI startOn(int port) {
        try {
            var process = process(port).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var base = URI.create("http://127.0.0.1:" + port + "/sandbox");
            awaitAnswer(process, URI.create(base + "/control/requests?since=0"));
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox started", e);
        }
    }

    private static ProcessBuilder process(int port) throws IOException {
        var project = Path.of(System.getProperty("project.directory"));
        var log = project.resolve("target/server-logs/sandbox/for-" + System.getProperty("arquillian.launch") + ".log");
        Files.createDirectories(log.getParent());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        "target/servers/payara-micro/payara-micro.jar",
                        "--nocluster",
                        "--nohazelcast",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        "server-config/payara-micro/loopback.asadmin",
                        "--port",
                        String.valueOf(port),
                        "--deploy",
                        "target/buymed4j-sandbox.war",
                        "--contextroot",
                        "sandbox")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
    }

    private static void awaitAnswer(Process process, URI address) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(address)) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The sandbox ended as it started; see target/server-logs/sandbox");
            }
            if (System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The sandbox did not answer; see target/server-logs/sandbox");
            }
        }
    }

    private static boolean answers(URI address) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
