package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Row F39: the vendor does not say how {@code fromDate} is read. */
@Timeout(60)
class DateReadingScanTest {

    private final FakePlatform platform = new FakePlatform();
    private final Orders orders = platform.pharmacy().orders();

    @ParameterizedTest
    @CsvSource({
        "EXCLUSIVE, 0, 730",
        "EXCLUSIVE, 1, 1000",
        "EXCLUSIVE, 1000, 1000",
        "SECOND, 0, 730",
        "SECOND, 1, 3000",
        "SECOND, 9, 3000",
        "SECOND, 700, 3000",
        "SECOND, 1000, 500",
        "DAY, 0, 730",
        "DAY, 1, 1000",
        "DAY, 1000, 3000",
        "DAY, 60000, 20000",
        "DAY, 1800000, 2000",
        "DAY_VN, 0, 730",
        "DAY_VN, 1, 1000",
        "DAY_VN, 1000, 3000",
        "DAY_VN, 60000, 20000",
        "DAY_VN, 1800000, 2000",
    })
    void stream_anyReading_givesEachOnceWithAtMostOneRequestMoreForAPage(Reading reading, long apart, int count) {
        platform.reading(reading).create(count, apart);

        assertThat(ids(orders.scan(OrderQuery.first()))).isEqualTo(range(1, count));
        assertThat(platform.requests()).isLessThanOrEqualTo(2 * (count / 99 + 1));
    }

    @ParameterizedTest
    @EnumSource
    void stream_ordersOfOneInstantAtTheEdgeOfAPage_loseNone(Reading reading) {
        platform.reading(reading).create(60, 1000);
        platform.create(130, 0);
        platform.create(300, 1000);
        platform.create(250, 0);

        assertThat(ids(orders.scan(OrderQuery.first()))).isEqualTo(range(1, 740));
    }

    @ParameterizedTest
    @EnumSource
    void stream_boundsOfTheQuery_areIncludedWhateverThePlatformMakesOfThem(Reading reading) {
        platform.reading(reading).create(1000, 60_000);
        Instant from = platform.orders().get(299).createdTime;
        Instant to = platform.orders().get(699).createdTime;

        assertThat(ids(orders.scan(OrderQuery.first().createdFrom(from).createdTo(to))))
                .isEqualTo(range(300, 700));
        assertThat(ids(orders.scan(OrderQuery.first().createdFrom(to).createdTo(to))))
                .containsExactly(700L);
        assertThat(ids(orders.scan(OrderQuery.first().createdFrom(Instant.MIN).createdTo(Instant.MAX))))
                .hasSize(1000);
    }

    @ParameterizedTest
    @EnumSource
    void stream_smallPagesAndNoTotals_givesEachOnce(Reading reading) {
        platform.reading(reading).withoutTotals().create(40, 1000);
        platform.create(333, 0);
        platform.create(400, 1000);
        for (int most : new int[] {1, 2, 3, 4, 30, 100}) {
            platform.atMost(most);

            assertThat(ids(orders.scan(OrderQuery.first())))
                    .as("pages of at most %d", most)
                    .isEqualTo(range(1, 773));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_smallPages_givesEachOnce(Reading reading) {
        platform.reading(reading).create(40, 1000);
        platform.create(333, 0);
        platform.create(400, 1000);
        for (int most : new int[] {1, 2, 3, 4, 30}) {
            platform.atMost(most);

            assertThat(ids(orders.scan(OrderQuery.first())))
                    .as("pages of at most %d", most)
                    .isEqualTo(range(1, 773));
        }
    }

    @ParameterizedTest
    @EnumSource
    void resumedAt_afterEachOrder_givesExactlyTheRest(Reading reading) {
        platform.reading(reading).create(120, 1000);
        platform.create(150, 0);
        platform.create(130, 7_200_000);
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();

        for (int taken = 0; taken <= 400; taken++) {
            assertThat(ids(orders.scan(OrderQuery.first()).resumedAt(iterator.cursor())))
                    .as("behind %d", taken)
                    .isEqualTo(range(taken + 1, 400));
            if (taken < 400) {
                iterator.next();
            }
        }
    }

    /** A reader who comes back each minute, in the middle of a day of many orders. */
    @ParameterizedTest
    @EnumSource
    void resumedAt_caughtUp_asksOnceForWhatIsNew(Reading reading) {
        platform.reading(reading).create(5000, 1000);
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();
        iterator.forEachRemaining(order -> {});
        for (int minute = 0; minute < 50; minute++) {
            platform.create(7, 8571);
            int before = platform.requests();
            iterator =
                    orders.scan(OrderQuery.first()).resumedAt(iterator.cursor()).iterator();

            List<Long> ids = new ArrayList<>();
            iterator.forEachRemaining(order -> ids.add(order.orderId()));

            assertThat(ids).isEqualTo(range(5001 + 7 * minute, 5007 + 7 * minute));
            assertThat(platform.requests() - before).isEqualTo(1);
        }
    }

    /** Nearly all have left the filter since the cursor was taken. */
    @ParameterizedTest
    @EnumSource
    void resumedAt_mostOrdersHaveLeftTheFilter_loseNoOther(Reading reading) {
        OrderQuery pending = OrderQuery.first().status(OrderStatus.PENDING);
        platform.reading(reading).create(3000, 1000);
        ScanIterator<Order> iterator = orders.scan(pending).iterator();
        for (int i = 0; i < 2500; i++) {
            iterator.next();
        }
        platform.orders().subList(10, 2600).forEach(order -> order.status = "COMPLETED");

        assertThat(ids(orders.scan(pending).resumedAt(iterator.cursor()))).isEqualTo(range(2601, 3000));
    }

    /** Never spins: where pages can't be put together the caller is told. */
    @ParameterizedTest
    @EnumSource(names = {"DAY", "DAY_VN"})
    void stream_pagesThatDoNotFollowEachOther_isRefused(Reading reading) {
        platform.reading(reading).ignoringLimits().create(1000, 1000);

        assertThatThrownBy(() -> orders.stream(OrderQuery.first()).toList())
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("do not follow each other");
        assertThat(platform.requests()).isLessThan(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"INCLUSIVE", "EXCLUSIVE", "SECOND"})
    void stream_pagesOfAHundredWhateverTheLimit_givesEachOnce(Reading reading) {
        platform.reading(reading).ignoringLimits().create(1000, 1000);

        assertThat(ids(orders.scan(OrderQuery.first()))).isEqualTo(range(1, 1000));
    }

    @Test
    void stream_dayWithManyOrders_asksForEachPageHardlyMoreThanOnce() {
        platform.reading(Reading.DAY).create(100_000, 1000);

        assertThat(orders.stream(OrderQuery.first())).hasSize(100_000);
        assertThat(platform.requests()).isLessThan(1300);
    }

    private static List<Long> ids(Scan<Order> scan) {
        return scan.stream().map(Order::orderId).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
