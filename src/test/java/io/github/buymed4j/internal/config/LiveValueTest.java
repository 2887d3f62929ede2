package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveValueTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final String first = Canary.accessToken();
    private final SettableSource source = SettableSource.of(Map.of("buymed.access-token", first));
    private long nanos;

    private LiveValue token() {
        return new LiveValue(
                source.buymedConfig(), ConfigKey.ACCESS_TOKEN, ApplicationName.DEFAULT, INTERVAL, () -> nanos);
    }

    @Test
    void get_valueChanged_isTheNewOneOnceTheIntervalIsOver() {
        LiveValue token = token();
        String second = Canary.accessToken();
        source.set("buymed.access-token", "Bearer " + second);
        assertThat(token.get()).contains(Secret.of(first));

        nanos += INTERVAL.toNanos();

        assertThat(token.get()).contains(Secret.of(second));
    }

    @Test
    void get_valueRemoved_isAbsent() {
        LiveValue token = token();
        source.set("buymed.access-token", " ");
        nanos += INTERVAL.toNanos();

        assertThat(token.get()).isEmpty();
    }

    /** F21. */
    @Test
    void get_valueChangedToOneThatCannotBeUsed_keepsTheOneBefore() {
        LiveValue token = token();
        for (String unfit : new String[] {"a\r\nX-Injected: 1", "a…", "a${b}", "${not.there}", "your_token", "a b"}) {
            source.set("buymed.access-token", unfit);
            nanos += INTERVAL.toNanos();
            assertThat(token.get()).contains(Secret.of(first));
        }

        source.set("buymed.access-token", first + "2");
        nanos += INTERVAL.toNanos();
        assertThat(token.get()).contains(Secret.of(first + "2"));
    }

    @Test
    void newLiveValue_valueCannotBeUsed_isRefusedNamingTheKey() {
        source.set("buymed.access-token", first + "\n2");

        assertThatThrownBy(this::token)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("buymed.access-token: has a line break inside")
                .hasMessageNotContaining(first);
    }
}
