package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void of_reply_isASuccessWithTheReplyAndItsTime() {
        Outcome outcome = outcome(() -> {
            nanos.addAndGet(7_999_999);
            return "here";
        });

        assertThat(outcome.success()).isTrue();
        assertThat(outcome.call()).isEqualTo("GET /x");
        assertThat(outcome.detail()).isEqualTo("here");
        assertThat(outcome.millis()).isEqualTo(7);
    }

    @Test
    void of_replyWithCharactersThatAreNotSeen_showsThemAsEscapes() {
        Outcome outcome = outcome(() -> "a\u0085b\u202Ec\u009B\nd");

        assertThat(outcome.detail()).isEqualTo("a\\u0085b\\u202ec\\u009b d");
    }

    @Test
    void of_typedException_isAFailureWithItsClassAndMessage() {
        Outcome outcome = outcome(() -> {
            nanos.addAndGet(1_000_000);
            throw new ConfigurationException(List.of(new ConfigurationProblem("key", "is missing")));
        });

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.verdict()).isEqualTo("ConfigurationException");
        assertThat(outcome.detail()).contains("key: is missing");
        assertThat(outcome.millis()).isEqualTo(1);
    }

    @Test
    void of_foreignException_keepsItsMessageToItself() {
        String secret = Canary.secret();

        Outcome outcome = outcome(() -> {
            throw new IllegalArgumentException("header " + secret);
        });

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.verdict()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(outcome.toString()).doesNotContain(secret);
    }

    private Outcome outcome(Supplier<String> platform) {
        return Outcome.of("GET /x", platform, nanos::get);
    }
}
