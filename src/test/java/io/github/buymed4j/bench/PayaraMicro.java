package io.github.buymed4j.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of Payara Micro on 127.0.0.1 with one WAR; ended by {@link #close()}. */
final class PayaraMicro implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final URI base;
    private final Duration boot;

    private PayaraMicro(Process process, URI base, Duration boot) {
        this.process = process;
        this.base = base;
        this.boot = boot;
    }

    /** Blocks until the WAR is deployed. Credentials come through the environment, which no list of processes shows. */
    static PayaraMicro start(Path project, Path war, Map<String, String> environment, String... vmOptions) {
        int port = freePort();
        try {
            Path folder = Files.createDirectories(project.resolve("target/bench/tmp"));
            ProcessBuilder builder = new ProcessBuilder(command(project, war, port, folder, vmOptions))
                    .directory(project.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            long begin = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitReady(process, project.resolve("target/bench/" + war.getFileName() + "-" + port + ".log"));
            URI base = URI.create("http://127.0.0.1:" + port + "/bench/");
            return new PayaraMicro(process, base, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path project, Path war, int port, Path folder, String... vmOptions) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.io.tmpdir=" + folder);
        Stream<String> server = Stream.of(
                "-jar",
                project.resolve("target/servers/payara-micro/payara-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                "server-config/payara-micro/loopback.asadmin",
                "--port",
                String.valueOf(port),
                "--deploy",
                war.toString(),
                "--contextroot",
                "bench");
        return Stream.of(java, Stream.of(vmOptions), server)
                .flatMap(part -> part)
                .toList();
    }

    private static void awaitReady(Process process, Path log) {
        CompletableFuture<Boolean> deployed = new CompletableFuture<>();
        Thread reader = new Thread(() -> copy(process, log, deployed));
        reader.setDaemon(true);
        reader.start();
        if (!deployed.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()) {
            process.destroyForcibly();
            throw new IllegalStateException("Payara Micro did not deploy the WAR; see " + log.getFileName());
        }
    }

    private static void copy(Process process, Path log, CompletableFuture<Boolean> deployed) {
        try (BufferedReader lines = process.inputReader();
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
            boolean archive = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                copy.flush();
                archive |= line.contains(
                        "\"Type\": \"war\""); // in the list of what is deployed, which a refused one is not
                if (line.contains(" ready in ")) {
                    deployed.complete(archive);
                }
            }
        } catch (IOException ended) {
            // so did the process
        } finally {
            deployed.complete(false);
        }
    }

    URI base() {
        return base;
    }

    /** From the start of the process until the WAR was deployed. */
    Duration boot() {
        return boot;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
