package io.github.buymed4j.quota;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.quota.SlotTable.SharedLimit;
import java.time.Duration;
import java.util.stream.Stream;

/** Uses up a limit, and takes the table away, in virtual time. */
public final class QuotaProvocations {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final SharedLimit LIMIT =
            new SharedLimit("address", new Limit(1, Duration.ofMinutes(1), 0), Duration.ZERO);

    private QuotaProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                Provocation.of("BUYMED-3001", () -> new Scene().tableAway()),
                Provocation.of("BUYMED-3001", () -> new Scene().tableSilent()),
                Provocation.of("BUYMED-3002", () -> new Scene().tableAway().tableBack()),
                Provocation.of("BUYMED-3003", () -> new Scene().refused()),
                Provocation.of("BUYMED-3004", () -> RetryAfter.of("soon", null, VirtualTime.START)),
                Provocation.of(
                        "BUYMED-3005", () -> RetryAfter.of("Wed, 31 Dec 2025 23:59:00 GMT", null, VirtualTime.START)),
                Provocation.of("BUYMED-3006", QuotaProvocations::taskThatFails),
                Provocation.of(
                        "QuotaExceededException", () -> new Scene().usedUp().ask(Priority.INTERACTIVE, HOUR)),
                Provocation.of(
                        "QuotaExceededException", () -> new Scene().usedUp().ask(Priority.BATCH, HOUR)),
                Provocation.of(
                        "QuotaExceededException",
                        () -> new Scene().usedUp().ask(Priority.INTERACTIVE, Duration.ofSeconds(1))),
                Provocation.of(
                        "QuotaExceededException", () -> new Scene().refused().ask(Priority.INTERACTIVE, HOUR)),
                Provocation.of(
                        "CallInterruptedException", () -> new Scene().usedUp().interrupted()),
                Provocation.of(
                        "CallInterruptedException", () -> new Scene().usedUp().stopped()),
                Provocation.of(
                        "CallInterruptedException", () -> new Scene().usedUp().timerStopped()));
    }

    private static void taskThatFails() {
        new SerialExecutor().execute(Runnable::run, () -> {
            throw new IllegalStateException("a task's");
        });
    }

    /** Two requests a minute, for which a call waits five seconds. */
    private static final class Scene {

        private final VirtualTime time = new VirtualTime();
        private final FakeSlotTable table = new FakeSlotTable(time);
        private final TableCircuitBreaker breaker = new TableCircuitBreaker(table, time);
        private final QuotaGovernor governor = QuotaGovernor.local(
                Governors.limits(
                        new Limit(2, Duration.ofMinutes(1), 0),
                        new Limit(1_000, HOUR, 0),
                        0,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5)),
                time);

        Scene tableAway() {
            table.away = true;
            breaker.ask(there -> there.lend(LIMIT, Priority.INTERACTIVE));
            return this;
        }

        void tableBack() {
            table.away = false;
            time.pass(TableCircuitBreaker.PAUSE);
            breaker.ask(there -> there.lend(LIMIT, Priority.INTERACTIVE));
        }

        void tableSilent() {
            breaker.ask(there -> {
                time.pass(TableCircuitBreaker.SILENCE.multipliedBy(2));
                return breaker.isAway();
            });
        }

        Scene usedUp() {
            ask(Priority.INTERACTIVE, HOUR);
            ask(Priority.INTERACTIVE, HOUR);
            return this;
        }

        Scene refused() {
            Governors.permit(governor, null, Priority.INTERACTIVE, HOUR).rejected(RetryAfter.UNKNOWN);
            return this;
        }

        void ask(Priority priority, Duration timeLeft) {
            Governors.permit(governor, null, priority, timeLeft).replied();
        }

        /** Waits as long as its slot takes, and is interrupted meanwhile. */
        void interrupted() {
            time.after(1, Thread.currentThread()::interrupt);
            try {
                Failures.await(governor.acquireWithin(HOUR, ApplicationName.DEFAULT, null, Priority.INTERACTIVE, null));
            } finally {
                Thread.interrupted();
            }
        }

        void stopped() {
            governor.stop();
            ask(Priority.INTERACTIVE, HOUR);
        }

        void timerStopped() {
            time.shutdown();
            Failures.await(governor.acquireWithin(HOUR, ApplicationName.DEFAULT, null, Priority.INTERACTIVE, time));
        }
    }
}
