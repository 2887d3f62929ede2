package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Pharmacy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Calls a second through one client, a third of each kind. Each reply is compared with the one that both gave first. */
@ApplicationScoped
public class CallRate {

    private static final List<Function<Client, Object>> KINDS =
            List.of(Client::profile, Client::orders, Client::products);

    @Inject
    private Pharmacy pharmacy;

    @Inject
    private Config config;

    private Client facade;
    private Client handWritten;
    private List<Object> replies;

    @PostConstruct
    void firstReplies() {
        facade = new Facade(pharmacy);
        handWritten = new HandWritten(config);
        replies = KINDS.stream().map(kind -> kind.apply(handWritten)).toList();
        List<Object> ours = KINDS.stream().map(kind -> kind.apply(facade)).toList();
        if (!ours.equals(replies)) {
            throw new IllegalStateException("The two clients do not read the same");
        }
    }

    public double facade(int threads, Duration time) throws Exception {
        return perSecond(facade, threads, time);
    }

    public double handWritten(int threads, Duration time) throws Exception {
        return perSecond(handWritten, threads, time);
    }

    private double perSecond(Client client, int threads, Duration time) throws Exception {
        ExecutorService executor = new ManagedThreads(threads, "");
        try {
            long begin = System.nanoTime();
            Callable<Integer> caller = () -> callsUntil(begin + time.toNanos(), client);
            int calls = 0;
            for (Future<Integer> count : executor.invokeAll(Collections.nCopies(threads, caller))) {
                calls += count.get();
            }
            return calls * 1e9 / (System.nanoTime() - begin);
        } finally {
            executor.shutdown();
        }
    }

    private int callsUntil(long end, Client client) {
        int calls = 0;
        for (; System.nanoTime() < end; calls++) {
            int kind = calls % KINDS.size();
            if (!KINDS.get(kind).apply(client).equals(replies.get(kind))) {
                throw new IllegalStateException("A reply differs from the first of its kind");
            }
        }
        return calls;
    }
}
