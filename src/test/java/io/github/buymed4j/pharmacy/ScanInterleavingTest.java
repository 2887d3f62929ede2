package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.pharmacy.FakePlatform.FakeOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Whatever happens on the platform, and to the reader, between two orders that are read: none is lost, none given twice. */
class ScanInterleavingTest {

    private static final String[] STATUSES = {"PENDING", "CONFIRMED", "COMPLETED"};

    /** What happens before the reader takes its next orders. */
    private interface Event extends Consumer<Run> {}

    /** One reader and its platform. */
    private static final class Run {
        private final FakePlatform platform = new FakePlatform();
        private final Scan<Order> scan;
        private final List<Long> read = new ArrayList<>();
        private ScanIterator<Order> reader;

        Run(OrderQuery query, int first, long millisApart, boolean prefetching) {
            for (int i = 0; i < first; i++) {
                platform.create(millisApart, STATUSES[i % STATUSES.length]);
            }
            Scan<Order> plain = platform.pharmacy().orders().scan(query);
            scan = prefetching ? plain.prefetching(Runnable::run) : plain;
            reader = scan.iterator();
        }

        void take(int count) {
            for (int i = 0; i < count && reader.hasNext(); i++) {
                read.add(reader.next().orderId());
            }
        }

        void crash() {
            reader = scan.resumedAt(reader.cursor()).iterator();
        }

        void readToTheEnd() {
            reader.forEachRemaining(order -> read.add(order.orderId()));
        }
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void scan_anyEvents_givesEachOrderOnce(
            @ForAll Reading reading,
            @ForAll("sizes") int first,
            @ForAll("gaps") long millisApart,
            @ForAll boolean prefetching,
            @ForAll("events") List<Event> events) {
        Run run = new Run(OrderQuery.first(), first, millisApart, prefetching);
        run.platform.reading(reading);
        Set<Long> atStart = ids(run.platform.orders());

        events.forEach(event -> event.accept(run));
        run.readToTheEnd();

        assertThat(run.read).doesNotHaveDuplicates().containsAll(atStart);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void scan_anyEventsUnderAFilter_givesEachOrderThatStaysInItOnce(
            @ForAll Reading reading, @ForAll("sizes") int first, @ForAll("events") List<Event> events) {
        Run run = new Run(OrderQuery.first().status(OrderStatus.PENDING), first, 1, false);
        run.platform.reading(reading);
        Set<Long> pending = ids(run.platform.orders().stream()
                .filter(order -> order.status.equals("PENDING"))
                .toList());

        events.forEach(event -> {
            event.accept(run);
            run.platform.orders().stream()
                    .filter(order -> !order.status.equals("PENDING"))
                    .forEach(order -> pending.remove(order.id));
        });
        run.readToTheEnd();

        assertThat(run.read).doesNotHaveDuplicates().containsAll(pending);
    }

    @Example
    void scan_resumedAmongManyOrdersOfOneInstant_givesNoneTwice() {
        Run run = new Run(OrderQuery.first().status(OrderStatus.PENDING), 0, 0, false);
        for (int i = 0; i < 400; i++) {
            run.platform.create(0, "PENDING");
        }

        run.take(301);
        run.crash();
        run.platform.orders().subList(1, 150).forEach(order -> order.status = "CONFIRMED");
        run.readToTheEnd();

        assertThat(run.read).doesNotHaveDuplicates().hasSize(400);
    }

    /** The same events, and page numbers instead: it takes few of them to lose an order. */
    @Example
    void naivePaging_suchEvents_losesOrDoublesOrders() {
        int wrong = 0;
        for (int i = 0; i < 20; i++) {
            Run run = new Run(OrderQuery.first(), 350, 1, false);
            int created = i;
            run.platform.beforeEachRequest(() -> run.platform.create(created, 1));
            List<Order> all = NaivePaging.all(run.platform.pharmacy().orders(), OrderQuery.first());
            wrong += all.size() == all.stream().map(Order::orderId).distinct().count() ? 0 : 1;
        }

        assertThat(wrong).isEqualTo(19);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(0, 700).withDistribution(RandomDistribution.uniform());
    }

    /** From all at the same instant to some a day. */
    @Provide
    Arbitrary<Long> gaps() {
        return Arbitraries.of(0L, 0L, 1L, 1000L, 3_600_000L);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Event> take = Arbitraries.integers().between(1, 150).map(count -> run -> run.take(count));
        Arbitrary<Event> create = Arbitraries.integers()
                .between(1, 120)
                .flatMap(count -> gaps().map(gap -> run -> run.platform.create(count, gap)));
        Arbitrary<Event> change = Arbitraries.integers().between(0, 1000).map(seed -> run -> change(run, seed));
        Arbitrary<Event> crash = Arbitraries.just(Run::crash);
        return Arbitraries.oneOf(take, take, create, change, crash).list().ofMaxSize(25);
    }

    private static void change(Run run, int seed) {
        List<FakeOrder> orders = run.platform.orders();
        for (int i = seed % 7; i < orders.size(); i += 1 + seed % 13) {
            orders.get(i).status = STATUSES[(i + seed) % STATUSES.length];
        }
    }

    private static Set<Long> ids(List<FakeOrder> orders) {
        return orders.stream().map(order -> order.id).collect(Collectors.toSet());
    }
}
