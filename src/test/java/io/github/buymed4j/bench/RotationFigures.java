package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import io.github.buymed4j.drill.Report;
import io.github.buymed4j.drill.Rotation;
import io.github.buymed4j.drill.SecretFiles;
import io.github.buymed4j.it.SandboxApp;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What regenerating the secret costs under traffic: the drill of {@code RotationDrill}, long, on a Payara Micro. */
final class RotationFigures {

    private static final int THREADS = 16;
    private static final int ROTATIONS = 30;
    private static final int CROWD = 1_000;
    private static final int CROWDED_ROTATIONS = 5;

    private RotationFigures() {}

    static List<Figure> all(Path project) {
        return Stream.concat(Stream.of(Rotation.values()).flatMap(way -> of(project, way)), Stream.of(cost(project)))
                .toList();
    }

    /** One drill serves all figures of a way. */
    private static Stream<Figure> of(Path project, Rotation way) {
        Once drill = new Once(project, way);
        String name = "rotation-" + way.name().toLowerCase(Locale.ROOT);
        return Stream.of(
                drill.figure(name + "-failed", "calls", new Bound(Kind.AT_MOST, 0), Report::failed),
                drill.figure(
                        name + "-twice",
                        "POSTs",
                        new Bound(Kind.AT_MOST, 0),
                        report -> report.acceptedPosts() - report.posts()),
                drill.figure(name + "-rejected", "requests/rotation", null, Report::rejectedPerRotation),
                drill.figure(
                        name + "-longest-call",
                        "ms",
                        null,
                        report -> report.longestCall().toMillis()),
                drill.figure(
                        name + "-until-accepted",
                        "ms",
                        null,
                        report -> report.longestRejection().toMillis()));
    }

    /** How many requests the platform rejects when a thousand threads meet one regeneration, at most. */
    private static Figure cost(Path project) {
        return new Figure("rejection-cost", "requests/rotation", new Bound(Kind.AT_MOST, CROWD + 2.0), () -> {
            Report report = drill(project, Rotation.FILE, CROWD, CROWDED_ROTATIONS);
            return new Medians(report.mostRejected(), CROWD, CROWDED_ROTATIONS);
        });
    }

    private static Report drill(Path project, Rotation way, int threads, int rotations) {
        SandboxApp app = SandboxApp.named("drill");
        SecretFiles files = new SecretFiles(app.clientSecret());
        Path war = BenchWar.write(project, "drill.war", way.war("drill", app, files, Rotation.CHECK_INTERVAL));
        try (PayaraMicro server = PayaraMicro.start(project, war, Map.of())) {
            way.drill(server.base(), app, files, threads, rotations / 3); // warms up
            Report report = way.drill(server.base(), app, files, threads, rotations);
            System.out.println(report);
            return report;
        }
    }

    /** A drill that is made when the first figure asks for it. */
    private static final class Once {

        private final Path project;
        private final Rotation way;
        private @Nullable Report report;

        Once(Path project, Rotation way) {
            this.project = project;
            this.way = way;
        }

        Figure figure(String name, String unit, @Nullable Bound bound, ToDoubleFunction<Report> value) {
            return new Figure(name, unit, bound, () -> {
                Report known = report();
                return new Medians(value.applyAsDouble(known), known.gets() + known.posts(), known.rotations());
            });
        }

        private Report report() {
            if (report == null) {
                report = drill(project, way, THREADS, ROTATIONS);
            }
            return report;
        }
    }
}
