package io.github.buymed4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.internal.transport.NoReplyException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostLookupTest {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    /** A resolver that waits for a name server, and no interrupt ends it. */
    private final HostLookup slow = new HostLookup("platform.example", name -> {
        asked.incrementAndGet();
        boolean answered = false;
        while (!answered) {
            try {
                answer.await();
                answered = true;
            } catch (InterruptedException e) {
                // as the system's
            }
        }
        return addresses();
    });

    private static InetAddress[] addresses() throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByAddress("platform.example", new byte[] {127, 0, 0, 1})};
    }

    @AfterEach
    void answer() {
        answer.countDown();
    }

    @Test
    void addresses_ofAKnownHost_areThose() throws IOException {
        HostLookup lookup = new HostLookup("platform.example", name -> addresses());

        assertThat(lookup.addresses(LONG)).containsExactly(addresses());
    }

    @Test
    void addresses_ofAnUnknownHost_failAsTheResolverDoes() {
        HostLookup lookup = new HostLookup("platform.example", name -> {
            throw new UnknownHostException();
        });

        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> lookup.addresses(LONG));
    }

    @Test
    void addresses_resolverForbidden_isNoConnection() {
        HostLookup lookup = new HostLookup("platform.example", name -> {
            throw new SecurityException();
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> lookup.addresses(LONG));
    }

    @Test
    void addresses_resolverFailsWithAnError_isNoConnectionAndTheNextLookUpAsksAgain() throws IOException {
        HostLookup lookup = new HostLookup("platform.example", name -> {
            if (asked.getAndIncrement() == 0) {
                throw new NoClassDefFoundError();
            }
            return addresses();
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> lookup.addresses(LONG))
                .withCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(lookup.addresses(LONG)).containsExactly(addresses());
    }

    @Test
    void addresses_nameServerSilent_endsWithItsTime() {
        assertThatExceptionOfType(NoReplyException.class)
                .isThrownBy(() -> slow.addresses(SHORT))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(Reason.CONNECT_TIMEOUT);
                    assertThat(e.mayHaveBeenSent()).isFalse();
                });
    }

    @Test
    void addresses_whileAnotherLookUpHangs_asksTheResolverOnce() throws IOException {
        assertThatThrownBy(() -> slow.addresses(SHORT)).isInstanceOf(NoReplyException.class);
        assertThatThrownBy(() -> slow.addresses(SHORT)).isInstanceOf(NoReplyException.class);
        assertThat(asked).hasValue(1);

        answer.countDown();

        assertThat(slow.addresses(LONG)).containsExactly(addresses());
    }

    @Test
    void addresses_threadInterrupted_endsAtOnceAndKeepsItsFlag() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(NoReplyException.class)
                .isThrownBy(() -> slow.addresses(LONG))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
    }
}
