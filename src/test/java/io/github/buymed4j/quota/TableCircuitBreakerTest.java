package io.github.buymed4j.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.quota.SlotTable.SharedLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableCircuitBreakerTest {

    private static final Logger LOGGER = Logger.getLogger(TableCircuitBreaker.class.getName());
    private static final SharedLimit LIMIT =
            new SharedLimit("address", new Limit(1, Duration.ofNanos(1_000), 0), Duration.ZERO);

    private final VirtualTime time = new VirtualTime();
    private final FakeSlotTable table = new FakeSlotTable(time);
    private final TableCircuitBreaker breaker = new TableCircuitBreaker(table, time);
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.INFO.intValue()
                    && entry.getLongThreadID() == Thread.currentThread().getId()) {
                lines.add(new SimpleFormatter().formatMessage(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
    }

    @Test
    void ask_away_saysSoOnceWithoutTheFailuresText() {
        table.away = true;
        ask();
        time.pass(TableCircuitBreaker.PAUSE.multipliedBy(3));
        ask();

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("BUYMED-3001")
                .contains("IllegalStateException", "buymed.quota.data-source")
                .doesNotContain("jdbc:");
    }

    @Test
    void ask_backAgain_saysSo() {
        table.away = true;
        ask();
        table.away = false;
        time.pass(TableCircuitBreaker.PAUSE);

        assertThat(ask()).isTrue();
        assertThat(lines).last().asString().startsWith("BUYMED-3002");
    }

    @Test
    void ask_justFailed_leavesTheTableAloneForAWhile() {
        table.away = true;
        ask();
        table.away = false;
        time.pass(TableCircuitBreaker.PAUSE.minusNanos(1));

        assertThat(ask()).isFalse();
        assertThat(table.questions).isZero();
    }

    @Test
    void ask_nothingIsAnsweredForLong_othersDoNotAskAndItIsSaidOnce() {
        breaker.ask(there -> {
            time.pass(TableCircuitBreaker.SILENCE);
            assertThat(breaker.isAway()).isFalse();
            time.pass(TableCircuitBreaker.SILENCE);
            assertThat(breaker.isAway()).isTrue();
            assertThat(ask()).isFalse();
            return true;
        });

        assertThat(table.questions).isZero();
        assertThat(lines).first().asString().contains("BUYMED-3001", "answered nothing");
        assertThat(breaker.isAway()).isFalse();
    }

    @Test
    void ask_awayAndThePauseIsOver_oneFindsOutWhetherItIsBack() {
        table.away = true;
        ask();
        table.away = false;
        time.pass(TableCircuitBreaker.PAUSE);

        breaker.ask(there -> {
            assertThat(ask()).isFalse();
            return true;
        });

        assertThat(ask()).isTrue();
    }

    /** A pool reports the interruption of the thread as its own failure. */
    @Test
    void ask_threadInterrupted_tableIsNotAway() {
        table.away = true;
        Thread.currentThread().interrupt();
        ask();
        assertThat(Thread.interrupted()).isTrue();
        table.away = false;

        assertThat(ask()).isTrue();
        assertThat(lines).isEmpty();
    }

    private boolean ask() {
        return breaker.ask(there -> there.lend(LIMIT, Priority.INTERACTIVE)) != null;
    }
}
