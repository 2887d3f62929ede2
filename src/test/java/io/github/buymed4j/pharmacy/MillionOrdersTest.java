package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.BitSet;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million orders, while a thousand a minute are created and others change, at the speed that the quota allows. */
class MillionOrdersTest {

    private static final Logger LOG = System.getLogger(MillionOrdersTest.class.getName());
    private static final int MILLION = 1_000_000;
    private static final int CREATED_A_REQUEST = 10; // 1,000 a minute at 100 requests a minute

    private final FakePlatform platform = new FakePlatform();

    @ParameterizedTest
    @EnumSource
    void stream_millionOrdersWhileSomeAreCreatedAndChange_givesEachOnceFromConstantHeap(Reading reading) {
        platform.reading(reading).create(MILLION, 737); // 8.5 days
        platform.beforeEachRequest(() -> {
            if (platform.requests() < 5000) {
                platform.create(CREATED_A_REQUEST, 60);
            }
            platform.orders().get(platform.requests() * 97 % MILLION).status = "COMPLETED";
        });
        BitSet seen = new BitSet(2 * MILLION);
        long early = 0;
        int count = 0;

        for (Order order : platform.pharmacy().orders().scan(OrderQuery.first())) {
            int id = Math.toIntExact(Objects.requireNonNull(order.orderId()));
            if (seen.get(id)) {
                throw new AssertionError(id + " was given twice");
            }
            seen.set(id);
            if (++count == 10_000) {
                early = usedHeap();
            }
        }
        long grown = usedHeap() - early;

        assertThat(seen.nextClearBit(1)).isGreaterThan(MILLION);
        assertThat(count).isEqualTo(seen.cardinality());
        // the 50,000 orders that the fake platform itself keeps more are 3 MB; a scan that kept what it gave out would
        // hold 100 MB
        assertThat(grown).isLessThan(8_000_000);
        double requestsPerPage = platform.requests() * 100.0 / count;
        LOG.log(
                Level.INFO,
                () -> reading + ": 0 lost, 0 twice, %.3f requests for each page of 100".formatted(requestsPerPage));
        assertThat(requestsPerPage).isLessThan(2);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
