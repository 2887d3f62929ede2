package io.github.buymed4j.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shell in which an operator does what the runbook says; a secret goes into its standard input. */
final class Shell {

    private final Map<String, String> environment;

    Shell(Map<String, String> environment) {
        this.environment = environment;
    }

    /** With the programs of a folder before all others. */
    static Shell with(Path programs, Map<String, String> environment) {
        Shell shell = new Shell(new HashMap<>(environment));
        shell.environment.put("PATH", programs + ":" + System.getenv("PATH"));
        return shell;
    }

    /** Gives what the commands print; fails where one of them does. */
    String run(String commands, String input) {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands).redirectErrorStream(true);
        bash.environment().putAll(environment);
        try {
            Process process = bash.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it does not read
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError("The runbook's commands failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
