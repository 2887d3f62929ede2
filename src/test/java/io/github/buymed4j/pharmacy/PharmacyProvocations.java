package io.github.buymed4j.pharmacy;

import io.github.buymed4j.docs.Provocation;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.Pagination;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of the platform that the facades cannot use. */
public final class PharmacyProvocations {

    private PharmacyProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                of(new Answering(List.of(), 5L), PharmacyProvocations::page),
                of(new Answering(List.of(Order.fromJson("{}")), 1L), PharmacyProvocations::stream),
                of(new NamelessProducts(), PharmacyProvocations::products),
                of(unsorted(), PharmacyProvocations::stream),
                of(pagesOfAHundred(), PharmacyProvocations::stream));
    }

    private interface Use {
        void of(Pharmacy pharmacy);
    }

    private static Provocation of(FakePlatform platform, Use use) {
        return Provocation.of("UnreadableReplyException", () -> use.of(platform.pharmacy()));
    }

    private static void page(Pharmacy pharmacy) {
        pharmacy.orders().page(OrderQuery.first());
    }

    private static void stream(Pharmacy pharmacy) {
        pharmacy.orders().stream(OrderQuery.first()).forEach(order -> {});
    }

    private static void products(Pharmacy pharmacy) {
        pharmacy.products().stream(ProductQuery.first()).forEach(product -> {});
    }

    private static FakePlatform unsorted() {
        FakePlatform platform = new FakePlatform();
        platform.create(2, Duration.ofMinutes(1).toMillis());
        Collections.swap(platform.orders(), 0, 1);
        return platform;
    }

    private static FakePlatform pagesOfAHundred() {
        FakePlatform platform = new FakePlatform().reading(Reading.DAY).ignoringLimits();
        platform.create(1_000, 1_000);
        return platform;
    }

    /** Gives this page whatever it is asked for. */
    private static final class Answering extends FakePlatform {

        private final List<Order> orders;
        private final long total;

        Answering(List<Order> orders, long total) {
            this.orders = orders;
            this.total = total;
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
            return new Envelope<>("OK", "", orders, new Pagination(page, limit, total, null));
        }
    }

    private static final class NamelessProducts extends FakePlatform {

        @Override
        public Envelope<Product> products(int page, int limit, @Nullable String search) {
            return new Envelope<>("OK", "", List.of(Product.fromJson("{}")), new Pagination(page, limit, 1L, null));
        }
    }
}
