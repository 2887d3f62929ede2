package io.github.buymed4j.bench;

import io.github.buymed4j.bench.Bound.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the limits is used, and how often a request is refused: the worst of three ways of counting, against the best of
 * the other clients. The governor is driven over {@code java.net.http}, without a server of ours around it.
 */
final class GoodputFigures {

    private static final String OURS = "buymed4j";

    private GoodputFigures() {}

    static List<Figure> all(Path project) {
        Path page = project.resolve("docs/benchmarks/goodput.md");
        Supplier<List<Goodput>> one = once(() -> written(page, "One node", OneNode.measured()));
        Supplier<List<Goodput>> three = once(() -> written(page, "Three nodes", ThreeNodes.measured()));
        return List.of(
                new Figure("goodput-one-node", "of limit", atLeast(0.99), () -> share(one.get())),
                new Figure("rejected-one-node", "429s", new Bound(Kind.AT_MOST, 0), () -> rejected(one.get())),
                new Figure("orders-per-request", "orders", null, () -> orders(one.get())),
                new Figure("goodput-three-nodes", "of limit", atLeast(0.98), () -> share(three.get())),
                new Figure("rejected-three-nodes", "429s", new Bound(Kind.AT_MOST, 0), () -> rejected(three.get())));
    }

    private static Bound atLeast(double limit) {
        return new Bound(Kind.AT_LEAST, limit);
    }

    private static Medians share(List<Goodput> all) {
        double others = clients(all)
                .mapToDouble(client ->
                        of(all, client).mapToDouble(Goodput::share).min().orElseThrow())
                .max()
                .orElseThrow();
        return new Medians(ours(all).mapToDouble(Goodput::share).min().orElseThrow(), others, 1);
    }

    private static Medians rejected(List<Goodput> all) {
        double others = clients(all)
                .mapToDouble(
                        client -> of(all, client).mapToInt(Goodput::rejected).sum())
                .min()
                .orElseThrow();
        return new Medians(ours(all).mapToInt(Goodput::rejected).sum(), others, 1);
    }

    /** With the largest page, against the retrying client with the platform's default page; a 429 brings none. */
    private static Medians orders(List<Goodput> all) {
        ScaledSandbox sandbox = ScaledSandbox.start();
        return new Medians(
                ordersOn(sandbox, "orders?limit=100") * accepted(ours(all)),
                ordersOn(sandbox, "orders") * accepted(of(all, "retry on 429")),
                1);
    }

    private static double ordersOn(ScaledSandbox sandbox, String path) {
        return sandbox.get(path).body().split("\"orderId\"", -1).length - 1;
    }

    private static double accepted(Stream<Goodput> some) {
        List<Goodput> all = some.toList();
        double accepted = all.stream().mapToInt(Goodput::accepted).sum();
        return accepted / (accepted + all.stream().mapToInt(Goodput::rejected).sum());
    }

    private static Stream<String> clients(List<Goodput> all) {
        return all.stream().map(Goodput::client).distinct().filter(client -> !client.startsWith(OURS));
    }

    private static Stream<Goodput> ours(List<Goodput> all) {
        return all.stream().filter(goodput -> goodput.client().startsWith(OURS));
    }

    private static Stream<Goodput> of(List<Goodput> all, String client) {
        return all.stream().filter(goodput -> goodput.client().equals(client));
    }

    private static Supplier<List<Goodput>> once(Supplier<List<Goodput>> measurement) {
        List<List<Goodput>> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(measurement.get());
            }
            return kept.get(0);
        };
    }

    /** Replaces the section's table. */
    private static List<Goodput> written(Path page, String section, List<Goodput> all) {
        try {
            String text = Files.readString(page);
            int begin = text.indexOf("<!-- " + section + " -->");
            int end = text.indexOf("<!-- end of " + section + " -->");
            String table = all.stream().map(Goodput::toString).collect(Collectors.joining("\n"));
            String open = "<!-- " + section + " -->\n";
            Files.writeString(
                    page, text.substring(0, begin) + open + Goodput.HEAD + table + "\n" + text.substring(end));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
