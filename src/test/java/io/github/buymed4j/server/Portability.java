package io.github.buymed4j.server;

import io.github.buymed4j.Canary;
import io.github.buymed4j.kit.SandboxControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of {@code docs/portability.md}: what works on the server that {@code ./run} starts with these arguments. A check
 * that fails leaves the ones behind it out.
 */
final class Portability {

    /** In the order in which they are made, which is that of the columns. */
    private static final List<String> CHECKS = List.of("starts", "log-in", "call", "rejection", "rotation", "refusal");

    private static final String SUCCESS = "Success";
    private static final Pattern APP = Pattern.compile("\"app\":\"([^\"]+)\"");

    /** A rejected call itself waits 30 s for another secret, as {@code ./run} has configured it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, String> results = new LinkedHashMap<>();
    private final String[] options;

    private Portability(String[] options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Portability row = new Portability(Arrays.copyOfRange(arguments, 1, arguments.length));
        row.check();
        List<String> cells = new ArrayList<>(List.of(arguments[0]));
        CHECKS.forEach(check -> cells.add(row.results.getOrDefault(check, "-")));
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private void check() throws Exception {
        Instant begin = Instant.now();
        try (RunCommand run = RunCommand.start(options)) {
            results.put("starts", Duration.between(begin, Instant.now()).toSeconds() + " s");
            use(run);
        } catch (AssertionError failed) {
            System.err.println(failed.getMessage());
            CHECKS.stream()
                    .filter(check -> !results.containsKey(check))
                    .findFirst()
                    .ifPresent(check -> results.put(check, "**no**"));
            return;
        }
        results.put("refusal", refuses() ? "yes" : "**no**");
    }

    private void use(RunCommand run) throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(run.console(), run.operatorPassword());
        visit.open("/");
        expect(visit.text("clientId").equals(run.seed().getProperty("client-id")), "log-in");
        expect(verdict(visit).equals(SUCCESS), "call");
        String regenerated = Canary.secret();
        regenerate(run, regenerated);
        expect(changes(visit, false), "rejection");
        Files.writeString(
                run.folder().resolve("credentials.properties"),
                "client-id=" + run.seed().getProperty("client-id") + "\nclient-secret=" + regenerated + "\n");
        expect(changes(visit, true), "rotation");
    }

    /** Has the sandbox regenerate the secret of the application that has called it: the old one dies at once. */
    private static void regenerate(RunCommand run, String secret) {
        SandboxControl control = new SandboxControl(run.console().resolve("/sandbox"));
        Matcher app = APP.matcher(control.get("requests?since=0"));
        if (!app.find()) {
            throw new AssertionError("The sandbox has seen no call of an application");
        }
        control.send("POST", "apps/" + app.group(1) + "/secret", "{\"clientSecret\":\"" + secret + "\"}");
    }

    private void expect(boolean holds, String check) {
        if (!holds) {
            throw new AssertionError("The check '" + check + "' failed on " + String.join(" ", options));
        }
        results.put(check, "yes");
    }

    private static String verdict(ConsoleVisit visit) throws IOException, InterruptedException {
        visit.call("endpoint");
        return visit.text("verdict");
    }

    /** Calls until they succeed, or fail: the file is read again within a second. */
    private static boolean changes(ConsoleVisit visit, boolean toSuccess) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (verdict(visit).equals(SUCCESS) != toSuccess) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        return true;
    }

    /** True if a deployment that would send the credentials in clear text does not come into being, and says why. */
    private boolean refuses() throws Exception {
        ProcessBuilder command = RunCommand.command(RunCommand.freePort(), options);
        command.environment().put("SETTINGS", "buymed/mp-rest/url=http://platform.example.com");
        command.environment().remove("KEEP_LOGS");
        Process run = command.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return run.waitFor() != 0 && !said.contains("is ready at") && said.contains("buymed/mp-rest/url");
    }
}
