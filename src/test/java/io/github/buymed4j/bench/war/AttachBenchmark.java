package io.github.buymed4j.bench.war;

import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the header factories cost, as the REST client meets them: as beans of the server, inside a call. Each is called in a
 * loop of its own, so that none is slower for the company of the others.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AttachBenchmark.UPDATES)
public class AttachBenchmark {

    static final int UPDATES = 10_000;
    private static final MultivaluedMap<String, String> NONE = new MultivaluedHashMap<>();

    private final InsideCall insideCall = bean(InsideCall.class);
    private final BuymedHeadersFactory ours = bean(BuymedHeadersFactory.class);
    private final ConstantHeaders constant = bean(ConstantHeaders.class);
    private final ConfigHeaders config = bean(ConfigHeaders.class);
    private final Accounts accounts = bean(Accounts.class);

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    @Benchmark
    public void ours(Blackhole sink) {
        insideCall.run(() -> {
            for (int i = 0; i < UPDATES; i++) {
                sink.consume(ours.update(NONE, NONE));
            }
        });
    }

    @Benchmark
    public void constant(Blackhole sink) {
        insideCall.run(() -> {
            for (int i = 0; i < UPDATES; i++) {
                sink.consume(constant.update(NONE, NONE));
            }
        });
    }

    @Benchmark
    public void config(Blackhole sink) {
        insideCall.run(() -> {
            for (int i = 0; i < UPDATES; i++) {
                sink.consume(config.update(NONE, NONE));
            }
        });
    }

    /** As {@link #call} for an account whose token is in memory. */
    @Benchmark
    public void accountCall(Blackhole sink) {
        accounts.runAs(TokenBench.account(0), () -> {
            for (int i = 0; i < UPDATES; i++) {
                insideCall.run(() -> sink.consume(ours.update(NONE, NONE)));
            }
        });
    }

    /** A whole call without its request: interceptor, snapshot, quota, binding, headers. */
    @Benchmark
    public void call(Blackhole sink) {
        for (int i = 0; i < UPDATES; i++) {
            insideCall.run(() -> sink.consume(ours.update(NONE, NONE)));
        }
    }
}
