package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform would refuse is refused before a request is spent on it. */
class QueriesTest {

    private static final Instant NOON = Instant.parse("2024-10-01T12:00:00Z");

    private final FakePlatform platform = new FakePlatform();

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
    void limit_outOfBounds_isRefused(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.first().limit(limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductQuery.first().limit(limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.pharmacy().products().search("x", 1, limit));
        assertThat(platform.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void page_outOfBounds_isRefused(int page) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.first().page(page));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductQuery.first().page(page));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.pharmacy().products().search("x", page, 20));
    }

    @Test
    void createdFrom_afterCreatedTo_isRefusedInEitherOrder() {
        OrderQuery query = OrderQuery.first();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.createdTo(NOON).createdFrom(NOON.plusMillis(1)))
                .withMessageContaining("fromDate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.createdFrom(NOON.plusMillis(1)).createdTo(NOON));
        assertThat(query.createdFrom(NOON).createdTo(NOON).fromDate()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void filter_blank_isRefused(String blank) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.first().status(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.first().customerPhone(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.first().orderCode(blank));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductQuery.first().search(blank));
    }

    @Test
    void builders_eachChange_keepsAllOthers() {
        OrderQuery query = OrderQuery.first()
                .page(3)
                .limit(50)
                .createdFrom(NOON)
                .createdTo(NOON.plusSeconds(1))
                .status(OrderStatus.ON_HOLD)
                .customerPhone("0901")
                .orderCode("SO1")
                .sortedBy(OrderQuery.Sort.DEAREST_FIRST);

        assertThat(query)
                .isEqualTo(new OrderQuery(
                        3, 50, NOON, NOON.plusSeconds(1), "ON_HOLD", "0901", "SO1", OrderQuery.Sort.DEAREST_FIRST));
        assertThat(ProductQuery.first().search("ho").page(2).limit(5)).isEqualTo(new ProductQuery(2, 5, "ho"));
    }

    @Test
    void scan_queryWithAnOrderOfItsOwn_isRefused() {
        OrderQuery sorted = OrderQuery.first().sortedBy(OrderQuery.Sort.NEWEST_FIRST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.pharmacy().orders().scan(sorted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "../orders", "a?b", "a#b", "a;b", "a\\b"})
    void bySlug_anotherPath_isRefused(String slug) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.pharmacy().products().bySlug(slug));
    }
}
