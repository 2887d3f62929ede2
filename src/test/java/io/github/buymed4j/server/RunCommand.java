package io.github.buymed4j.server;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./run} as a user starts it, on a free port; closing it is the user's Ctrl-C. */
final class RunCommand implements AutoCloseable {
    static final Path PROJECT = Path.of(System.getProperty("project.directory"));
    private final int port;
    private final Process process;
    private final String output;

    private RunCommand(int port, Process process, String output) {
        this.port = port;
        this.process = process;
        this.output = output;
    }

    /** Starts it and waits for the line that says it is ready. */
    static RunCommand start(String... options) throws IOException {
        var port = freePort();
        var process = command(port, options).start();
        var ready = "buymed4j is ready at http://127.0.0.1:" + port + "/";
        var output = readUntil(ready, process);
        if (!output.contains(ready)) {
            throw new AssertionError("./run ended before it was ready:\n" + output);
        }
        return new RunCommand(port, process, output);
    }

    static ProcessBuilder command(int port, String... options) {
        var line = new ArrayList<>(List.of("./run"));
        line.addAll(List.of(options));
        var command = new ProcessBuilder(line).directory(PROJECT.toFile()).redirectErrorStream(true);
        command.environment().put("PORT", String.valueOf(port));
        command.environment().putIfAbsent("PATIENCE", "600");
        command.environment().put("KEEP_LOGS", logs(port).toString());
        return command;
    }

    private static String readUntil(String last, Process process) throws IOException {
        var reader = process.inputReader(StandardCharsets.UTF_8);
        var output = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            if (line.equals(last)) {
                break;
            }
        }
        return output.toString();
    }

    /** Where ./run leaves the logs of a run at its end, for the leak scan of ./verify. */
    static Path logs(int port) {
        return Path.of(System.getProperty("server.logs"), "run-" + port);
    }

    URI console() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    int port() {
        return port;
    }

    String operatorPassword() {
        return group("user: operator +password: (\\S+)");
    }

    /** What the sandbox was told: the application's credentials, among others. */
    Properties seed() throws IOException {
        var seed = new Properties();
        seed.load(new StringReader(Files.readString(folder().resolve("seed.properties"))));
        return seed;
    }

    Path folder() {
        return Path.of(group("Log +(\\S+)/server\\.log"));
    }

    /** The files below its folder that hold one of the texts, except those whose path from there matches the pattern. */
    List<Path> filesHolding(List<String> texts, Pattern exceptions) throws IOException {
        try (var files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(folder()::relativize)
                    .filter(file -> !exceptions.matcher(file.toString()).matches())
                    .filter(file -> holdsOne(folder().resolve(file), texts))
                    .toList();
        }
    }

    private static boolean holdsOne(Path file, List<String> texts) {
        try {
            var content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return texts.stream().anyMatch(content::contains);
        } catch (IOException gone) {
            return false;
        }
    }

    /** It and every process that it has started. */
    List<ProcessHandle> processes() {
        var processes = new ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        return processes;
    }

    /** The arguments of its processes. */
    List<String> commandLines() {
        return processes().stream().map(RunCommand::commandLine).toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private String group(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("./run did not print " + pattern);
        }
        return matcher.group(1);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends it, and returns its exit code. */
    int stop() {
        process.destroy();
        return process.onExit().orTimeout(2, TimeUnit.MINUTES).join().exitValue();
    }

    @Override
    public void close() {
        stop();
    }
}
