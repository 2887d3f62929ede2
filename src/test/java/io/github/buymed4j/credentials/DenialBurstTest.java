package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DenialBurstTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final DenialBurst denials = new DenialBurst();

    private int told(int count, long from, long pause) {
        int told = 0;
        for (int i = 0; i < count; i++) {
            told += denials.add(from + i * pause) ? 1 : 0;
        }
        return told;
    }

    @Test
    void add_tenWithinAMinute_isABurst() {
        assertThat(told(9, 0, 6 * SECOND)).isZero();
        assertThat(denials.add(60 * SECOND)).isTrue();
    }

    @Test
    void add_tenInMoreThanAMinute_isNone() {
        assertThat(told(9, 0, 6 * SECOND)).isZero();
        assertThat(denials.add(60 * SECOND + 1)).isFalse();
    }

    @Test
    void add_onAndOn_isToldOnce() {
        assertThat(told(1000, 0, SECOND)).isEqualTo(1);
    }

    @Test
    void add_againAfterAQuietTime_isToldAgain() {
        assertThat(told(20, 0, SECOND)).isEqualTo(1);
        assertThat(told(9, 1000 * SECOND, SECOND)).isZero();
        assertThat(told(11, 1009 * SECOND, SECOND)).isEqualTo(1);
    }

    @Test
    void denied_manyTimes_isAnnouncedOnce() {
        Application application = new Application();
        RotatingCredentials credentials = application.load();
        Credentials used = application.call(credentials);

        for (int i = 0; i < 50; i++) {
            credentials.denied(used);
        }

        assertThat(application.eventTypes())
                .containsExactly(CredentialsEvent.Type.LOADED, CredentialsEvent.Type.DENIED);
        assertThat(application.events.get(1).toString())
                .startsWith("BUYMED-1006 ")
                .doesNotContain(used.clientSecret().reveal());
    }
}
