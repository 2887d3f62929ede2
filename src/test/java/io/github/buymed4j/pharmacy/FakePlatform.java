package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.SharedRepliesFixture;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.Pagination;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The platform's lists in memory: orders are created and change, products come and go, between requests. */
class FakePlatform implements PharmacyApi {

    static final Instant START = Instant.parse("2024-10-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<FakeOrder> orders = new ArrayList<>();
    private final List<Long> products = new ArrayList<>();
    private int requests;
    private int largestLimit = 100;
    private boolean counts = true;
    private boolean honest = true;
    private Reading reading = Reading.INCLUSIVE;
    private Runnable beforeEachRequest = () -> {};

    /** An order whose status changes; the later ones were never created earlier. */
    static final class FakeOrder {
        final long id;
        final Instant createdTime;
        String status;

        FakeOrder(long id, Instant createdTime, String status) {
            this.id = id;
            this.createdTime = createdTime;
            this.status = status;
        }
    }

    Pharmacy pharmacy() {
        return new Pharmacy(this, SharedRepliesFixture.ofOneAccount());
    }

    FakePlatform beforeEachRequest(Runnable change) {
        beforeEachRequest = change;
        return this;
    }

    /** Never counts what is in a list, as a reply without pagination. */
    FakePlatform withoutTotals() {
        counts = false;
        return this;
    }

    FakePlatform reading(Reading times) {
        reading = times;
        return this;
    }

    /** Gives a hundred entries whatever the limit is, and does not say so. */
    FakePlatform ignoringLimits() {
        honest = false;
        return this;
    }

    FakePlatform atMost(int limit) {
        largestLimit = limit;
        return this;
    }

    /** Creates an order so many milliseconds after the one before. */
    FakeOrder create(long millisLater, String status) {
        Instant last = orders.isEmpty() ? START : orders.get(orders.size() - 1).createdTime;
        FakeOrder order = new FakeOrder(orders.size() + 1L, last.plusMillis(millisLater), status);
        orders.add(order);
        return order;
    }

    void create(int count, long millisApart) {
        for (int i = 0; i < count; i++) {
            create(millisApart, "PENDING");
        }
    }

    List<FakeOrder> orders() {
        return orders;
    }

    List<Long> products() {
        return products;
    }

    int requests() {
        return requests;
    }

    @Override
    public Envelope<Order> orders(
            int page,
            int limit,
            @Nullable String fromDate,
            @Nullable String toDate,
            @Nullable String status,
            @Nullable String customerPhone,
            @Nullable String orderCode,
            @Nullable String sortBy,
            @Nullable String sortOrder) {
        arrive();
        Instant from = fromDate == null ? null : Instant.parse(fromDate);
        Instant to = toDate == null ? null : Instant.parse(toDate);
        Predicate<FakeOrder> filter = status == null ? order -> true : order -> order.status.equals(status);
        List<FakeOrder> found = between(from, to);
        if (status != null) {
            found = found.stream().filter(filter).toList();
        }
        if (!"ASC".equals(sortOrder)) {
            found = found.stream()
                    .sorted(Comparator.comparing((FakeOrder order) -> order.createdTime)
                            .reversed())
                    .toList();
        }
        return page(found, page, limit, FakePlatform::json);
    }

    /** By bisection: the million is asked for ten thousand times. */
    private List<FakeOrder> between(@Nullable Instant from, @Nullable Instant to) {
        return orders.subList(
                from == null || from.isBefore(START) ? 0 : firstNotBefore(reading.first(from)),
                to == null || to.isAfter(LATEST) ? orders.size() : firstNotBefore(reading.end(to)));
    }

    private int firstNotBefore(Instant time) {
        int low = 0;
        int high = orders.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (orders.get(middle).createdTime.isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Envelope<Product> products(int page, int limit, @Nullable String search) {
        arrive();
        return page(products, page, limit, Samples::product);
    }

    private void arrive() {
        beforeEachRequest.run();
        requests++;
    }

    private <S, T> Envelope<T> page(List<S> found, int page, int limit, Function<S, T> json) {
        int size = honest ? Math.min(limit, largestLimit) : 100;
        int start = Math.min((page - 1) * size, found.size());
        int end = Math.min(start + size, found.size());
        List<T> data = found.subList(start, end).stream().map(json).toList();
        Pagination pagination = counts ? new Pagination(page, honest ? size : null, (long) found.size(), null) : null;
        return new Envelope<>("OK", "", data, pagination);
    }

    private static Order json(FakeOrder order) {
        return Samples.order(order.id, order.createdTime, order.status);
    }

    @Override
    public Envelope<Profile> profile() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<JsonObject> addresses() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<OrderDetail> order(String query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<Product> product(String slugOrId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<JsonObject> categories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<JsonObject> manufacturers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Envelope<JsonObject> search(int page, int limit, String keyword) {
        throw new UnsupportedOperationException();
    }
}
