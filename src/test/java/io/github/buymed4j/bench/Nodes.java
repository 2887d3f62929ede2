package io.github.buymed4j.bench;

import io.github.buymed4j.accounts.TestKeys;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.it.AccountsWar;
import io.github.buymed4j.it.ClinicPage;
import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Some Payara Micro with the same application, the sandbox, and one PostgreSQL that holds the tokens of all of them. */
record Nodes(SandboxApp app, List<PayaraMicro> servers) implements AutoCloseable {

    private static final String DATA_SOURCE = "java:app/jdbc/tokens";

    static Nodes start(Path project, int count) {
        SandboxApp app = SandboxApp.named("nodes");
        Path war = war(project, app, Databases.newPostgres());
        List<CompletableFuture<PayaraMicro>> starting = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> PayaraMicro.start(project, war, Map.of())))
                .toList();
        return new Nodes(app, starting.stream().map(CompletableFuture::join).toList());
    }

    private static Path war(Path project, SandboxApp app, Databases.Address database) {
        Map<String, String> config = Map.of(
                "buymed.accounts.keys-file",
                SecretFile.holding(TestKeys.set("k1")).toString(),
                "buymed.accounts.data-source",
                DATA_SOURCE);
        return BenchWar.write(
                project,
                "nodes.war",
                TestWar.withPostgres(AccountsWar.of("nodes", app, config), DATA_SOURCE, database));
    }

    int count() {
        return servers.size();
    }

    ClinicPage first() {
        return new ClinicPage(servers.get(0).base());
    }

    /** How many requests the token service gets while each node does the work, all at the same time. */
    int refreshesWhile(Consumer<ClinicPage> work) {
        int before = app.tokenRequests();
        CompletableFuture.allOf(servers.stream()
                        .map(server -> CompletableFuture.runAsync(() -> work.accept(new ClinicPage(server.base()))))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        return app.tokenRequests() - before;
    }

    @Override
    public void close() {
        servers.forEach(PayaraMicro::close);
    }
}
