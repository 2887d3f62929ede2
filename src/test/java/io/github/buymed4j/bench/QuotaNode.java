package io.github.buymed4j.bench;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.quota.QuotaLimits;
import io.github.buymed4j.quota.Sharing;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** A process that shares the quota with others: says {@code ready}, begins at a line of input, and sends until it is killed. */
public final class QuotaNode {

    private static final int THREADS = 6;

    private QuotaNode() {}

    /** The sandbox's address, the database's or {@code none}, a name; credentials come through the environment. */
    public static void main(String[] arguments) throws IOException {
        ScaledSandbox sandbox = ScaledSandbox.ofEnvironment(URI.create(arguments[0]));
        // whose name the address and the account have in the database
        Function<String, QuotaClient> clients = name -> QuotaClient.governed(
                arguments[1].equals("none") ? fairShare() : shared(Databases.Address.parse(arguments[1]), name), name);
        OneNode.warmUp(
                sandbox, clients.apply("warm-up-" + ProcessHandle.current().pid()));
        QuotaClient client = clients.apply(arguments[2]);
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> sendForever(client, sandbox)).start();
        }
    }

    private static QuotaGovernor shared(Databases.Address database, String egress) {
        Sharing sharing = new Sharing(egress, ThreeNodes.NODES, Duration.ofSeconds(1));
        return QuotaGovernor.shared(QuotaClient.LIMITS, sharing, Databases.postgres(database), Clock.systemUTC());
    }

    private static QuotaGovernor fairShare() {
        QuotaLimits all = QuotaClient.LIMITS;
        QuotaLimits share = new QuotaLimits(
                all.address().fairShare(ThreeNodes.NODES),
                all.account().fairShare(ThreeNodes.NODES),
                all.interactiveShare(),
                all.maxWait(),
                all.batchMaxWait());
        return QuotaGovernor.local(share, Clock.systemUTC());
    }

    private static void sendForever(QuotaClient client, ScaledSandbox sandbox) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                client.send(sandbox::request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
