package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Callers that send requests through governors to one platform, in virtual time; counts what the platform answers. */
final class Simulation {

    static final Duration PATIENCE = Duration.ofDays(1_000);

    final VirtualTime time = new VirtualTime();
    private final List<SimulatedPlatform> platform;
    private int granted;
    private int accepted;
    private int rejected;

    /** @param platform the limits that every request counts against */
    Simulation(SimulatedPlatform... platform) {
        this.platform = List.of(platform);
    }

    QuotaGovernor node(QuotaLimits limits) {
        return QuotaGovernor.local(limits, time);
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /** What the platform accepted of so many requests that it would. */
    double share(double allowed) {
        return accepted / allowed;
    }

    /** Adds a caller that sends one request after the other, after a first pause; its waits go into the list. */
    void add(Caller caller, List<Wait> waits) {
        time.after(caller.pause.getAsLong(), () -> send(caller, waits));
    }

    private void send(Caller caller, List<Wait> waits) {
        long asked = time.nanos();
        int before = granted;
        caller.governor
                .acquire(ApplicationName.DEFAULT, caller.account, caller.priority, PATIENCE, time)
                .thenAccept(permit -> {
                    waits.add(new Wait(time.nanos() - asked, granted++ - before));
                    time.after(caller.latency.getAsLong(), () -> arrive(caller, waits, permit));
                })
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        time.after(0, () -> {
                            throw new AssertionError(failure);
                        });
                    }
                });
    }

    private void arrive(Caller caller, List<Wait> waits, Permit permit) {
        boolean all =
                platform.stream().map(limit -> limit.accepts(time.nanos())).reduce(true, Boolean::logicalAnd);
        accepted += all ? 1 : 0;
        rejected += all ? 0 : 1;
        time.after(caller.latency.getAsLong(), () -> {
            permit.replied();
            time.after(caller.pause.getAsLong(), () -> send(caller, waits));
        });
    }

    /**
     * For a permit.
     *
     * @param nanos how long
     * @param others how many others got theirs meanwhile
     */
    record Wait(long nanos, int others) {}

    /**
     * One that calls again and again.
     *
     * @param latency of each way, in nanoseconds
     * @param pause between a reply and the next request, in nanoseconds
     */
    record Caller(
            QuotaGovernor governor,
            @Nullable String account,
            Priority priority,
            LongSupplier latency,
            LongSupplier pause) {}
}
