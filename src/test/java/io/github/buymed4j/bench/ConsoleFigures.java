package io.github.buymed4j.bench;

import io.github.buymed4j.Canary;
import io.github.buymed4j.bench.Bound.Kind;
import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.server.ConsoleVisit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Calls a second through the facade while 100 pages of the console are open and updated, against none. The pages' readers run
 * on the same processors.
 */
final class ConsoleFigures {

    private static final int RUNS = 15;
    private static final int CONSOLES = 100;
    private static final int WARM_UP_MILLIS = 5_000;
    /** So that what is measured is pages that are open, not the opening of a hundred of them. */
    private static final int SETTLING_MILLIS = 2_000;

    private static final int RUN_MILLIS = 4_000;

    private ConsoleFigures() {}

    static List<Figure> all(Path project) {
        return List.of(
                new Figure("console-cost", "calls/s", new Bound(Kind.TIMES_AT_LEAST, 0.98), () -> measured(project)));
    }

    private static Medians measured(Path project) {
        SandboxApp app = SandboxApp.named("console");
        String password = Canary.secret();
        Map<String, String> environment = new HashMap<>(BenchServer.credentials(app));
        environment.put("BUYMED_CONSOLE_PASSWORD", password);
        environment.put("BUYMED_SECURITY_ENFORCE", "false");
        try (PayaraMicro server = PayaraMicro.start(project, BenchWar.writeConsole(project, app.url()), environment)) {
            ConsoleVisit visit = logIn(server, password);
            rate(visit, WARM_UP_MILLIS);
            rate(visit, WARM_UP_MILLIS);
            return Medians.byTurns(RUNS, () -> whileWatched(visit), () -> unwatched(visit));
        }
    }

    private static ConsoleVisit logIn(PayaraMicro server, String password) {
        try {
            return ConsoleVisit.logIn(server.base(), password);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The console does not answer", e);
        }
    }

    private static double whileWatched(ConsoleVisit visit) {
        List<CompletableFuture<?>> pages = Stream.<CompletableFuture<?>>generate(() -> visit.follow("live"))
                .limit(CONSOLES)
                .toList();
        rate(visit, SETTLING_MILLIS);
        double rate = rate(visit, RUN_MILLIS);
        if (pages.stream().anyMatch(CompletableFuture::isDone)) {
            throw new IllegalStateException("A page was not updated to the end");
        }
        pages.forEach(page -> page.cancel(true));
        return rate;
    }

    private static double unwatched(ConsoleVisit visit) {
        rate(visit, SETTLING_MILLIS);
        return rate(visit, RUN_MILLIS);
    }

    private static double rate(ConsoleVisit visit, int millis) {
        try {
            byte[] reply =
                    visit.get("measure?what=facade&threads=16&amount=" + millis).body();
            return Double.parseDouble(new String(reply, StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server did not answer", e);
        }
    }
}
