package io.github.buymed4j.credentials;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static Credentials generation(long generation) {
        SecretSource source = new SecretSource("buymed.client-secret", "test", 400);
        return new Credentials(ApplicationName.DEFAULT, "id", Secret.of("secret"), source, generation);
    }

    @Test
    void deliver_whatWaits_isToldInOrderAndOnce() {
        List<Long> heard = new ArrayList<>();
        Announcements announcements = new Announcements(
                InstantSource.system(), event -> heard.add(event.credentials().generation()));
        LongStream.range(0, 5).forEach(i -> announcements.add(CredentialsEvent.Type.CHANGED, generation(i)));
        assertThat(heard).isEmpty();

        announcements.deliver();
        announcements.deliver();

        assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    /** F4. */
    @Test
    void deliver_listenerFailsWithAnError_theNextEventsArriveAllTheSame() {
        List<Long> heard = new ArrayList<>();
        Announcements announcements = new Announcements(InstantSource.system(), event -> {
            heard.add(event.credentials().generation());
            throw new NoClassDefFoundError("an observer's own mistake");
        });
        announcements.add(CredentialsEvent.Type.CHANGED, generation(1));
        announcements.add(CredentialsEvent.Type.CHANGED, generation(2));
        announcements.deliver();

        announcements.add(CredentialsEvent.Type.CHANGED, generation(3));
        announcements.deliver();

        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @Test
    void deliver_listenerCausesAnother_isToldAfterItsCause() {
        List<String> heard = new ArrayList<>();
        AtomicReference<Announcements> self = new AtomicReference<>();
        Announcements announcements = new Announcements(InstantSource.system(), event -> {
            long generation = event.credentials().generation();
            heard.add("begin " + generation);
            if (generation == 1) {
                requireNonNull(self.get()).add(CredentialsEvent.Type.CHANGED, generation(2));
                requireNonNull(self.get()).deliver();
            }
            heard.add("end " + generation);
        });
        self.set(announcements);
        announcements.add(CredentialsEvent.Type.CHANGED, generation(1));

        announcements.deliver();

        assertThat(heard).containsExactly("begin 1", "end 1", "begin 2", "end 2");
    }

    @Test
    void deliver_manyThreads_tellsEachOnceAndSerialExecutor() throws Exception {
        int threads = 8;
        int each = 500;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();
        Announcements announcements = new Announcements(InstantSource.system(), event -> {
            together.addAndGet(inside.getAndIncrement());
            heard.add(event.credentials().generation());
            inside.decrementAndGet();
        });
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch done = new CountDownLatch(threads);
        for (int thread = 0; thread < threads; thread++) {
            long first = (long) thread * each;
            pool.execute(() -> {
                for (long i = first; i < first + each; i++) {
                    announcements.add(CredentialsEvent.Type.CHANGED, generation(i));
                    announcements.deliver();
                }
                done.countDown();
            });
        }

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        pool.shutdownNow();
        assertThat(together).hasValue(0);
        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, (long) threads * each).boxed().toList());
    }

    /** An observer that waits for another thread's use of the credentials must not wait for ever. */
    @Test
    void deliver_listenerUsesTheCredentialsOnAnotherThread_isNotUnderTheLock() {
        Application application = new Application();
        AtomicReference<CredentialsProvider> provider = new AtomicReference<>();
        AtomicInteger done = new AtomicInteger();
        ExecutorService other = Executors.newSingleThreadExecutor();
        RotatingCredentials credentials =
                application.load(application.time.timing(Duration.ofSeconds(1), Duration.ZERO), event -> {
                    if (event.type() == CredentialsEvent.Type.REJECTED) {
                        try {
                            other.submit(() -> requireNonNull(provider.get()).status())
                                    .get(30, TimeUnit.SECONDS);
                            done.incrementAndGet();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }
                });
        provider.set(credentials);
        application.properties.set(Application.NEXT, application.platform.regenerate());

        application.call(credentials);

        other.shutdownNow();
        assertThat(done).hasValue(1);
    }
}
