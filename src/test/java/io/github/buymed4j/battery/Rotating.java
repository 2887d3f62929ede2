package io.github.buymed4j.battery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Calls without a break, on a thread for each call that is named, through a rotation. */
@ApplicationScoped
public class Rotating {

    @Inject
    private Calls calls;

    @Resource
    private ManagedThreadFactory threads;

    private volatile boolean going;
    private List<FutureTask<Tally>> workers = List.of();

    /** What came of one thread's calls. */
    private record Tally(int calls, int failed, long longestMillis, String firstFailure) {

        Tally and(JsonObject outcome) {
            String failure = outcome.getString("exception", "");
            return new Tally(
                    calls + 1,
                    failed + (failure.isEmpty() ? 0 : 1),
                    Math.max(longestMillis, outcome.getInt("millis")),
                    firstFailure.isEmpty() && !failure.isEmpty()
                            ? failure + ": " + outcome.getString("message")
                            : firstFailure);
        }

        Tally and(Tally other) {
            return new Tally(
                    calls + other.calls,
                    failed + other.failed,
                    Math.max(longestMillis, other.longestMillis),
                    firstFailure.isEmpty() ? other.firstFailure : firstFailure);
        }
    }

    synchronized JsonValue begin(List<String> names) {
        going = true;
        workers = new ArrayList<>();
        for (String name : names) {
            FutureTask<Tally> worker = new FutureTask<>(() -> work(name));
            workers.add(worker);
            threads.newThread(worker).start();
        }
        return JsonValue.TRUE;
    }

    private Tally work(String name) {
        Tally tally = new Tally(0, 0, 0, "");
        while (going) {
            tally = tally.and(Outcomes.of(() -> calls.call(name, "judged")));
        }
        return tally;
    }

    /** Blocks until the last call is over. */
    synchronized JsonObject end() throws Exception {
        going = false;
        Tally all = new Tally(0, 0, 0, "");
        for (FutureTask<Tally> worker : workers) {
            all = all.and(worker.get());
        }
        return Json.createObjectBuilder()
                .add("calls", all.calls())
                .add("failed", all.failed())
                .add("longestMillis", all.longestMillis())
                .add("firstFailure", all.firstFailure())
                .build();
    }
}
