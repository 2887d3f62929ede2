package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.pharmacy.FakePlatform.FakeOrder;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {

    private final FakePlatform platform = new FakePlatform();
    private final Orders orders = platform.pharmacy().orders();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 199, 200, 1000})
    void stream_anyNumberOfOrders_givesEachOnceOldestFirst(int count) {
        platform.create(count, 1000);

        assertThat(ids(orders.stream(OrderQuery.first()).toList())).isEqualTo(upTo(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 250, 1000})
    void stream_replyWithoutPagination_givesEachOnce(int count) {
        platform.withoutTotals().create(count, 1000);

        assertThat(ids(orders.stream(OrderQuery.first()).toList())).isEqualTo(upTo(count));
    }

    @Test
    void stream_pagesSmallerThanAskedFor_givesEachOnce() {
        platform.atMost(30).create(500, 1);

        assertThat(ids(orders.stream(OrderQuery.first()).toList())).isEqualTo(upTo(500));
    }

    @Test
    void stream_manyOrdersOfTheSameInstant_givesEachOnce() {
        platform.create(50, 1);
        platform.create(730, 0);
        platform.create(50, 1);

        assertThat(ids(orders.stream(OrderQuery.first()).toList())).isEqualTo(upTo(830));
    }

    /** A page of 100 overlaps the next by the orders of its last two milliseconds, here one. */
    @Test
    void stream_thousandsOfOrders_spendsARequestForEach99() {
        platform.create(9901, 10);

        assertThat(orders.stream(OrderQuery.first())).hasSize(9901);
        assertThat(platform.requests()).isEqualTo(100);
    }

    @Test
    void stream_filters_areKept() {
        for (int i = 0; i < 300; i++) {
            platform.create(1000, i % 3 == 0 ? "CONFIRMED" : "PENDING");
        }
        OrderQuery query = OrderQuery.first()
                .status(OrderStatus.CONFIRMED)
                .createdFrom(FakePlatform.START.plusSeconds(10))
                .createdTo(FakePlatform.START.plusSeconds(20));

        assertThat(ids(orders.stream(query).toList())).containsExactly(10L, 13L, 16L, 19L);
    }

    @Test
    void stream_ordersCreatedMeanwhile_areThereToo() {
        platform.create(250, 10);
        platform.beforeEachRequest(() -> platform.create(20, 10));

        List<Long> ids = ids(orders.stream(OrderQuery.first()).toList());

        assertThat(ids).doesNotHaveDuplicates().containsAll(upTo(250)).isEqualTo(upTo(ids.size()));
    }

    /** The bug that page numbers have: what leaves the filter moves all behind it forward, over the edge of a page. */
    @Test
    void stream_ordersThatLeaveTheFilterWhileRead_loseNoOther() {
        platform.create(1000, 10);
        List<FakeOrder> leaving = new ArrayList<>(platform.orders().subList(0, 200));
        platform.beforeEachRequest(
                () -> leaving.subList(0, Math.min(20, leaving.size())).forEach(order -> order.status = "CONFIRMED"));
        OrderQuery pending = OrderQuery.first().status(OrderStatus.PENDING);

        assertThat(ids(orders.stream(pending).toList()))
                .containsAll(LongStream.rangeClosed(201, 1000).boxed().toList());
    }

    @Test
    void naivePaging_ordersCreatedMeanwhile_givesSomeTwice() {
        platform.create(1000, 10);
        platform.beforeEachRequest(() -> platform.create(7, 10));

        List<Long> ids = ids(NaivePaging.all(orders, OrderQuery.first()));

        assertThat(Set.copyOf(ids)).hasSizeLessThan(ids.size());
    }

    @Test
    void naivePaging_ordersThatLeaveTheFilterWhileRead_losesOthers() {
        platform.create(1000, 10);
        List<FakeOrder> leaving = new ArrayList<>(platform.orders().subList(800, 1000));
        platform.beforeEachRequest(() -> {
            leaving.stream().limit(20).forEach(order -> order.status = "CONFIRMED");
            leaving.subList(0, Math.min(20, leaving.size())).clear();
        });
        OrderQuery pending = OrderQuery.first().status(OrderStatus.PENDING);

        List<Long> lost = new ArrayList<>(upTo(800));
        lost.removeAll(ids(NaivePaging.all(orders, pending)));

        assertThat(lost).isNotEmpty();
    }

    @Test
    void iterator_readerStopsEarly_spendsNoFurtherRequest() {
        platform.create(1000, 10);

        assertThat(orders.stream(OrderQuery.first()).limit(100)).hasSize(100);
        assertThat(platform.requests()).isEqualTo(1);
        for (Order order : orders.scan(OrderQuery.first())) {
            if (Objects.equals(order.orderId(), 100L)) {
                break;
            }
        }
        assertThat(platform.requests()).isEqualTo(2);
    }

    @Test
    void scan_notReadYet_spendsNoRequest() {
        platform.create(10, 10);

        assertThat(orders.scan(OrderQuery.first()).iterator()).isNotNull();
        assertThat(orders.stream(OrderQuery.first())).isNotNull();
        assertThat(platform.requests()).isZero();
    }

    @Test
    void next_atTheEnd_hasNone() {
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();

        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void resumedAt_afterEachOrder_givesExactlyTheRest() {
        platform.create(120, 10);
        platform.create(150, 0);
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();

        for (int taken = 0; taken <= 270; taken++) {
            List<Long> rest = ids(orders.scan(OrderQuery.first()).resumedAt(iterator.cursor()).stream()
                    .toList());
            assertThat(rest).as("behind %d", taken).isEqualTo(upTo(270).subList(taken, 270));
            if (taken < 270) {
                iterator.next();
            }
        }
    }

    @Test
    void resumedAt_endOfAnEarlierScan_givesWhatWasCreatedSince() {
        platform.create(130, 10);
        platform.create(40, 0);
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();
        iterator.forEachRemaining(order -> {});
        platform.create(3, 0);
        platform.create(2, 10);

        assertThat(ids(orders.scan(OrderQuery.first()).resumedAt(iterator.cursor()).stream()
                        .toList()))
                .containsExactly(171L, 172L, 173L, 174L, 175L);
    }

    @Test
    void resumedAt_cursorOfAnotherQuery_isRefused() {
        String cursor = orders.scan(OrderQuery.first()).iterator().cursor();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> orders.scan(OrderQuery.first().status("PENDING")).resumedAt(cursor))
                .withMessageContaining("another query");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.pharmacy()
                        .products()
                        .scan(ProductQuery.first())
                        .resumedAt(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30", "bm90IEpTT04", "{}", "eyJvZiI6IjAifQ"})
    void resumedAt_noCursor_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.scan(OrderQuery.first()).resumedAt(text));
    }

    /** Row F13: cut off, it gave orders twice, lost one, or threw a DateTimeParseException. */
    @Test
    void resumedAt_cursorThatIsCutOffOrChanged_isRefused() {
        platform.create(240, 10);
        Scan<Order> scan = orders.scan(OrderQuery.first());
        ScanIterator<Order> iterator = scan.iterator();
        for (int i = 0; i < 230; i++) {
            iterator.next();
        }
        String cursor = iterator.cursor();

        for (int length = 0; length < cursor.length(); length++) {
            String cutOff = cursor.substring(0, length);
            assertThatIllegalArgumentException().as(cutOff).isThrownBy(() -> scan.resumedAt(cutOff));
        }
        for (int i = 0; i < cursor.length() - 1; i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThatIllegalArgumentException().as(changed).isThrownBy(() -> scan.resumedAt(changed));
        }
        assertThat(ids(scan.resumedAt(cursor).stream().toList()))
                .isEqualTo(upTo(240).subList(230, 240));
    }

    @Test
    void cursor_queryWithAPhoneNumber_doesNotRepeatIt() {
        platform.create(5, 10);
        ScanIterator<Order> iterator =
                orders.scan(OrderQuery.first().customerPhone("0901234567")).iterator();
        iterator.next();

        assertThat(new String(Base64.getUrlDecoder().decode(iterator.cursor()), UTF_8))
                .doesNotContain("0901234567");
        assertThat(iterator.cursor()).matches("[A-Za-z0-9_-]+").hasSizeLessThan(200);
    }

    /** A hash of a telephone number is no secret: all of them can be tried. */
    @Test
    void cursor_filtersByPhoneNumberOrOrderCode_isTheSameForAllValues() {
        assertThat(cursor(OrderQuery.first().customerPhone("0901234567")))
                .isEqualTo(cursor(OrderQuery.first().customerPhone("0907654321")));
        assertThat(cursor(OrderQuery.first().orderCode("SO1")))
                .isEqualTo(cursor(OrderQuery.first().orderCode("SO2")));
    }

    @Test
    void resumedAt_cursorOfAQueryWithAPhoneNumberForOneWithout_isRefused() {
        String cursor = cursor(OrderQuery.first().customerPhone("0901234567"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.scan(OrderQuery.first()).resumedAt(cursor));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> orders.scan(OrderQuery.first().orderCode("SO1")).resumedAt(cursor));
    }

    private String cursor(OrderQuery query) {
        return orders.scan(query).iterator().cursor();
    }

    @Test
    void iterator_requestFails_goesOnWhenAskedAgain() {
        platform.create(250, 10);
        ScanIterator<Order> iterator = orders.scan(OrderQuery.first()).iterator();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(iterator.next().orderId());
        }
        platform.beforeEachRequest(() -> {
            throw new UnreadableReplyException("it is empty");
        });
        assertThatThrownBy(iterator::hasNext).isInstanceOf(UnreadableReplyException.class);
        platform.beforeEachRequest(() -> {});

        iterator.forEachRemaining(order -> ids.add(order.orderId()));

        assertThat(ids).isEqualTo(upTo(250));
    }

    @Test
    void prefetching_readerTakesHalfAPage_readsTheNextOne() {
        platform.create(1000, 10);
        ScanIterator<Order> iterator =
                orders.scan(OrderQuery.first()).prefetching(Runnable::run).iterator();

        for (int i = 0; i < 49; i++) {
            iterator.next();
        }
        assertThat(platform.requests()).isEqualTo(1);
        iterator.next();
        assertThat(platform.requests()).isEqualTo(2);
        for (int i = 50; i < 100; i++) {
            iterator.next();
        }
        assertThat(platform.requests()).isEqualTo(2);
    }

    @Test
    void prefetching_wholeList_givesEachOnceWithAsManyRequests() {
        platform.create(990, 10);

        assertThat(ids(orders.scan(OrderQuery.first()).prefetching(Runnable::run).stream()
                        .toList()))
                .isEqualTo(upTo(990));
        assertThat(platform.requests()).isEqualTo(10);
    }

    @Test
    void prefetching_executorRefuses_readsWhenNeeded() {
        platform.create(300, 10);

        assertThat(orders
                        .scan(OrderQuery.first())
                        .prefetching(task -> {
                            throw new RejectedExecutionException();
                        })
                        .stream())
                .hasSize(300);
    }

    @Test
    void prefetching_requestFails_failsWhereItsPageIsNeededAndGoesOn() {
        platform.create(150, 10);
        ScanIterator<Order> iterator =
                orders.scan(OrderQuery.first()).prefetching(Runnable::run).iterator();
        iterator.next();
        platform.beforeEachRequest(() -> {
            throw new UnreadableReplyException("it is empty");
        });
        for (int i = 1; i < 100; i++) {
            iterator.next();
        }
        platform.beforeEachRequest(() -> {});

        assertThatThrownBy(iterator::next).isInstanceOf(UnreadableReplyException.class);
        assertThat(iterator.next().orderId()).isEqualTo(101);
    }

    @Test
    void stream_unsortedReply_isRefusedInsteadOfLosingOrders() {
        platform.create(2, Duration.ofMinutes(1).toMillis());
        Collections.swap(platform.orders(), 0, 1);

        assertThatThrownBy(() -> orders.stream(OrderQuery.first()).toList())
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("not sorted");
    }

    private static List<Long> ids(List<Order> orders) {
        return orders.stream().map(Order::orderId).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
