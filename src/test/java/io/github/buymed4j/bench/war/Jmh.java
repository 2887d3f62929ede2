package io.github.buymed4j.bench.war;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark once, inside this server instead of a process of its own. */
final class Jmh {

    private Jmh() {}

    /** Nanoseconds an operation, measured for so long after warming up for as long. */
    static double nanos(String method, long millis) throws RunnerException {
        return score(options(method)
                .mode(Mode.AverageTime)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementTime(TimeValue.milliseconds(millis)));
    }

    /** Nanoseconds an operation, for one invocation alone: for what leaves something behind. */
    static double nanosOnce(String method) throws RunnerException {
        return score(options(method).mode(Mode.SingleShotTime)) / AttachBenchmark.UPDATES;
    }

    private static ChainedOptionsBuilder options(String method) {
        return new OptionsBuilder()
                .include("\\." + AttachBenchmark.class.getSimpleName() + "\\." + method + "$")
                .forks(0)
                .threads(1)
                .warmupIterations(1)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static double score(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    }
}
