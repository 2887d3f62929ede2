package io.github.buymed4j.bench;

import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.quota.Governors;
import io.github.buymed4j.quota.QuotaGovernor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A process that shares the quota with others: says {@code ready}, begins at a line of input, and sends until it is killed. */
public final class QuotaNode {

    private static final int THREADS = 6;

    /** After which nothing of the warm-up counts any more. */
    private static final Duration COOLED = QuotaClient.HOUR.window().plusSeconds(1);

    private QuotaNode() {}

    /** The sandbox's address, the database's or {@code none}, a name; credentials come through the environment. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScaledSandbox sandbox = ScaledSandbox.ofEnvironment(URI.create(arguments[0]));
        String name = arguments[2]; // of the address and of the account in the database
        QuotaGovernor governor =
                arguments[1].equals("none") ? fairShare() : shared(Databases.Address.parse(arguments[1]), name);
        QuotaClient client = QuotaClient.governed(governor, name);
        OneNode.warmUp(sandbox, client);
        Thread.sleep(COOLED.toMillis());
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> sendForever(client, sandbox)).start();
        }
    }

    private static QuotaGovernor shared(Databases.Address database, String egress) {
        return Governors.shared(
                QuotaClient.LIMITS, egress, ThreeNodes.NODES, Duration.ofSeconds(1), Databases.postgres(database));
    }

    private static QuotaGovernor fairShare() {
        return Governors.fairShare(QuotaClient.LIMITS, ThreeNodes.NODES);
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
