package io.github.buymed4j.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar buymed4j-sandbox.jar}; ended by {@link #close()}. */
public final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private SandboxProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader output = process.inputReader(UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(" is ready at ")) {
                break;
            }
        }
    }

    /** Returns once it is ready, or has ended. */
    public static SandboxProcess start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-jar", Path.of("target", "buymed4j-sandbox.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().remove("JAVA_TOOL_OPTIONS"); // Java would print them
        return new SandboxProcess(process.start());
    }

    /** The value that stands behind the key. */
    String printed(String key) {
        String prefix = "  " + key + "=";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " has not been printed"));
    }

    /** What was printed for a login. */
    public String passwordOf(String user) {
        String before = ": " + user + ", password ";
        return lines.stream()
                .filter(line -> line.contains(before))
                .map(line -> line.substring(line.indexOf(before) + before.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(user + " has not been printed"));
    }

    /** From the line that says that it is ready, without a slash at the end. */
    public URI uri() {
        String last = lines.get(lines.size() - 1);
        return URI.create(last.substring(last.indexOf("http://"), last.length() - 1));
    }

    /** As nothing that it could prepare for. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String output() {
        return String.join("\n", lines);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
