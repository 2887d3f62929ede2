package io.github.buymed4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code ./bench [FIGURE...]}. Ends with 1 when a figure does not hold, with 2 when one is not known. */
public final class Bench {

    private Bench() {}

    public static void main(String[] names) throws IOException {
        Path project = Path.of(System.getProperty("project.directory"));
        try (BenchServer server = new BenchServer(project)) {
            List<Figure> figures = Stream.of(
                            AttachFigures.all(server),
                            CallFigures.all(server),
                            RotationFigures.all(project),
                            DeployAdded.all(project),
                            List.of(InteractiveWait.figure()),
                            StreamFigures.all(project),
                            RefreshFigures.all(project),
                            TokenFigures.all(server),
                            GoodputFigures.all(project),
                            SandboxFigures.all(project),
                            ConsoleFigures.all(project))
                    .flatMap(List::stream)
                    .toList();
            System.exit(run(figures, List.of(names), new Results(project.resolve("docs/benchmarks"))));
        }
    }

    private static int run(List<Figure> figures, List<String> names, Results results) throws IOException {
        List<String> known = figures.stream().map(Figure::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("The figures are: " + String.join(", ", known));
            return 2;
        }
        boolean allHold = true;
        for (Figure figure : figures) {
            if (names.isEmpty() || names.contains(figure.name())) {
                Row row = figure.row();
                System.out.println(row);
                results.put(row);
                allHold &= row.doesNotFail();
            }
        }
        return allHold ? 0 : 1;
    }
}
