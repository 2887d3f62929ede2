package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thousand calls are on their way when the secret is regenerated. */
class ManyThreadsTest {

    private static final int THREADS = 1000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Application application = new Application();
    private final SimulatedPlatform platform = application.platform;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** All calls have their credentials before the step, and are sent after it; how many went through. */
    private long callsAround(RotatingCredentials credentials, Runnable step) throws Exception {
        CountDownLatch underWay = new CountDownLatch(THREADS);
        CountDownLatch sent = new CountDownLatch(1);
        List<Future<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(threads.submit(call(credentials, underWay, sent)));
        }
        underWay.await();
        step.run();
        sent.countDown();
        long through = 0;
        for (Future<Boolean> call : calls) {
            through += call.get(1, TimeUnit.MINUTES) ? 1 : 0;
        }
        return through;
    }

    private Callable<Boolean> call(RotatingCredentials provider, CountDownLatch underWay, CountDownLatch sent) {
        return () -> {
            Credentials credentials = provider.current();
            underWay.countDown();
            sent.await();
            try {
                while (!platform.accepts(credentials)) {
                    credentials = provider.replacementFor(credentials);
                }
                provider.accepted(credentials);
                return true;
            } catch (CredentialsRejectedException e) {
                return false;
            }
        };
    }

    private RotatingCredentials load(Duration rotationWait) {
        return application.load(Timing.ofTheSystem(Duration.ofHours(1), rotationWait));
    }

    @Test
    void regenerated_secretIsStaged_allGoThroughAndEachCallIsRejectedOnce() throws Exception {
        RotatingCredentials credentials = load(Duration.ZERO);

        long through =
                callsAround(credentials, () -> application.properties.set(Application.NEXT, platform.regenerate()));

        assertThat(through).isEqualTo(THREADS);
        assertThat(platform.rejectedRequests()).isEqualTo(THREADS);
        assertThat(platform.acceptedRequests()).isEqualTo(THREADS);
        assertThat(application.eventTypes())
                .containsExactly(
                        CredentialsEvent.Type.LOADED,
                        CredentialsEvent.Type.REJECTED,
                        CredentialsEvent.Type.CHANGED,
                        CredentialsEvent.Type.PROMOTED);
    }

    @Test
    void regenerated_wrongSecretIsStaged_isTriedByOneCallOnly() throws Exception {
        RotatingCredentials credentials = load(Duration.ZERO);

        long through = callsAround(credentials, () -> {
            platform.regenerate();
            application.properties.set(Application.NEXT, Canary.secret());
        });

        assertThat(through).isZero();
        assertThat(platform.rejectedRequests()).isLessThanOrEqualTo(THREADS + 2);
    }

    @Test
    void regenerated_nothingElseThere_allFailWithoutAnotherRequest() throws Exception {
        RotatingCredentials credentials = load(Duration.ZERO);

        long through = callsAround(credentials, platform::regenerate);

        assertThat(through).isZero();
        assertThat(platform.rejectedRequests()).isLessThanOrEqualTo(THREADS + 2);
    }

    @Test
    void regenerated_secretArrivesWhileCallsWait_allGoThrough() throws Exception {
        RotatingCredentials credentials = load(Duration.ofMinutes(1));
        String[] regenerated = new String[1];
        Thread operator = new Thread(() -> {
            // waits as an operator does: until the platform has rejected a call
            while (platform.rejectedRequests() < THREADS) {
                Thread.onSpinWait();
            }
            application.properties.set(Application.SECRET, regenerated[0]);
        });

        long through = callsAround(credentials, () -> {
            regenerated[0] = platform.regenerate();
            operator.start();
        });

        operator.join();
        assertThat(through).isEqualTo(THREADS);
        assertThat(platform.rejectedRequests()).isLessThanOrEqualTo(THREADS + 2);
        assertThat(platform.acceptedRequests()).isEqualTo(THREADS);
    }
}
