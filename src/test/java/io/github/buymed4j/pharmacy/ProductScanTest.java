package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products have no order that stays, so that the scan has to notice when they move. */
class ProductScanTest {

    private final FakePlatform platform = new FakePlatform();
    private final Products products = platform.pharmacy().products();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 250, 1000})
    void stream_anyNumberOfProducts_givesEachOnceWithoutARequestTooMany(int count) {
        fill(count);

        assertThat(ids(products.stream(ProductQuery.first()).toList())).isEqualTo(upTo(count));
        assertThat(platform.requests()).isEqualTo(Math.max(1, (count + 99) / 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 99, 100, 101, 250})
    void stream_productsThatVanishInFrontMeanwhile_loseNoOther(int vanishing) {
        fill(1000);
        platform.beforeEachRequest(() -> {
            if (platform.requests() == 5) {
                platform.products().subList(0, vanishing).clear();
            }
        });

        assertThat(ids(products.stream(ProductQuery.first()).toList()))
                .doesNotHaveDuplicates()
                .containsAll(upTo(1000).subList(500, 1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 100, 250})
    void stream_productsThatAppearInFrontMeanwhile_doubleNoOther(int appearing) {
        fill(1000);
        platform.beforeEachRequest(() -> {
            if (platform.requests() == 5) {
                platform.products()
                        .addAll(
                                0,
                                LongStream.range(10_000, 10_000 + appearing)
                                        .boxed()
                                        .toList());
            }
        });

        assertThat(ids(products.stream(ProductQuery.first()).toList()))
                .doesNotHaveDuplicates()
                .containsAll(upTo(1000));
    }

    @Test
    void stream_productsThatComeAndGoWithEachRequest_comesToAnEnd() {
        fill(1000);
        platform.beforeEachRequest(() -> platform.products().remove(0));

        assertThat(products.stream(ProductQuery.first())).isNotEmpty();
        assertThat(platform.requests()).isLessThan(40);
    }

    @Test
    void resumedAt_afterEachProduct_givesExactlyTheRest() {
        fill(230);
        ScanIterator<Product> iterator = products.scan(ProductQuery.first()).iterator();

        for (int taken = 0; taken <= 230; taken++) {
            assertThat(ids(products.scan(ProductQuery.first()).resumedAt(iterator.cursor()).stream()
                            .toList()))
                    .as("behind %d", taken)
                    .isEqualTo(upTo(230).subList(taken, 230));
            if (taken < 230) {
                iterator.next();
            }
        }
    }

    private void fill(int count) {
        platform.products().addAll(upTo(count));
    }

    private static List<Long> ids(List<Product> products) {
        return products.stream().map(Product::productID).toList();
    }

    private static List<Long> upTo(long last) {
        return new ArrayList<>(LongStream.rangeClosed(1, last).boxed().toList());
    }
}
