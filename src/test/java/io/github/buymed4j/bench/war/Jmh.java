package io.github.buymed4j.bench.war;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one method of {@link AttachBenchmark} inside this server instead of a process of its own. A number of times, not a
 * length of time: so it is warm after the same number of runs on every machine, and it is known how much a run leaves behind.
 */
final class Jmh {

    private Jmh() {}

    /** Nanoseconds an update, over so many invocations. */
    static double nanos(String method, int invocations) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\." + AttachBenchmark.class.getSimpleName() + "\\." + method + "$")
                .mode(Mode.SingleShotTime)
                .forks(0)
                .threads(1)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementBatchSize(invocations)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore() / invocations;
    }
}
