package io.github.buymed4j.bench;

import io.github.buymed4j.accounts.store.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Three processes that share the quota in one PostgreSQL; one of them is killed midway. */
final class ThreeNodes {

    static final int NODES = 3;

    /**
     * Ends in the midst of a burst, when the node that is killed has slots on their way. Thirty windows, so that one of them more or less at either end
     * does not decide the share.
     */
    private static final Duration HALF = Duration.ofMillis(30_250);

    private ThreeNodes() {}

    static List<Goodput> measured() {
        ScaledSandbox sandbox = ScaledSandbox.start();
        Databases.Address database = Databases.newPostgres();
        createTable(database);
        List<Goodput> all = new ArrayList<>();
        for (String counting : ScaledSandbox.COUNTINGS) {
            all.add(measured(sandbox, counting, "buymed4j, shared", database.toString()));
            all.add(measured(sandbox, counting, "each its fair share", "none"));
        }
        sandbox.unlimited();
        return all;
    }

    private static Goodput measured(ScaledSandbox sandbox, String counting, String client, String database) {
        sandbox.unlimited();
        List<Process> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(start(sandbox, database, counting));
            }
            for (Process node : nodes) {
                awaitReady(node);
            }
            int before = sandbox.last();
            OneNode.awaitWindow();
            sandbox.limit(counting);
            for (Process node : nodes) {
                node.outputWriter().append('\n').flush();
            }
            await(nodes.get(0), HALF);
            nodes.get(2).destroyForcibly(); // SIGKILL
            await(nodes.get(0), HALF);
            Goodput goodput = Goodput.of(counting, client, sandbox.arrivals(before));
            System.out.println(goodput);
            return goodput;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    /** Credentials go through the environment, which no list of processes shows. */
    private static Process start(ScaledSandbox sandbox, String database, String egress) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuotaNode.class.getName(),
                        sandbox.url().toString(),
                        database,
                        egress)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(sandbox.credentials());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void awaitReady(Process node) throws IOException {
        for (String line = node.inputReader().readLine();
                !"ready".equals(line);
                line = node.inputReader().readLine()) {
            if (line == null) {
                throw new IllegalStateException("A node ended as it started");
            }
        }
    }

    private static void await(Process node, Duration time) {
        try {
            if (node.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("A node ended on its own");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void createTable(Databases.Address database) {
        try (InputStream script = Objects.requireNonNull(
                        ThreeNodes.class.getResourceAsStream("/META-INF/buymed4j/quota-postgresql.sql"));
                Connection connection = Databases.postgres(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
