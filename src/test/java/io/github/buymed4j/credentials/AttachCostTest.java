package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What each call pays for rotation being on, while nothing rotates. */
class AttachCostTest {

    private final Application application = new Application();
    private int readings;

    @Test
    void current_nothingToDo_readsTheClockOnce() {
        Timing timing =
                new Timing(Duration.ofSeconds(1), Duration.ZERO, this::reading, application.time, application.time);
        RotatingCredentials credentials = application.load(timing);
        application.call(credentials);
        int before = readings;

        credentials.accepted(credentials.current());

        assertThat(readings - before).isEqualTo(1);
    }

    private long reading() {
        readings++;
        return 0;
    }

    @Test
    void currentAndAccepted_nothingToDo_allocateNothing() {
        RotatingCredentials credentials = application.load(Timing.ofTheSystem(Duration.ofHours(1), Duration.ZERO));
        application.call(credentials);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        use(credentials, 20_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        use(credentials, 100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes for a hundred thousand calls").isLessThan(100_000);
    }

    private static void use(RotatingCredentials credentials, int times) {
        for (int i = 0; i < times; i++) {
            credentials.accepted(credentials.currentIfKnown().orElseThrow());
        }
    }
}
