package io.github.buymed4j;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.OrderDetail;
import io.github.buymed4j.pharmacy.OrderQuery;
import io.github.buymed4j.pharmacy.Orders;
import io.github.buymed4j.pharmacy.Page;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.ProductQuery;
import io.github.buymed4j.pharmacy.Products;
import io.github.buymed4j.pharmacy.Scan;
import io.github.buymed4j.pharmacy.ScanIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user's unit test: the facades replaced by hand, without a container and a mocks library. */
class TestDoublesTest {

    // the example of docs/pharmacy.md
    static class FakePharmacy extends Pharmacy {

        @Override
        public Orders orders() {
            return new Orders() {
                @Override
                public OrderDetail byId(long orderId) {
                    return OrderDetail.fromJson("""
                            {"orderId": 17, "orderItems": [{"sku": "A", "lotDates": [{"lot": "LO2410A"}]}]}""");
                }

                @Override
                public Page<Order> page(OrderQuery query) {
                    return new Page<>(List.of(Order.fromJson("{\"orderId\": 17}")), 1, 100, 1);
                }
            };
        }
    }
    // end of the example

    private final Pharmacy pharmacy = new FakePharmacy();

    @Test
    void byId_overridden_isTheSample() {
        OrderDetail order = pharmacy.orders().byId(17);

        assertThat(order.orderItems().get(0).lotDates().get(0).lot()).isEqualTo("LO2410A");
    }

    @Test
    void stream_onlyPageOverridden_readsIt() {
        assertThat(pharmacy.orders().stream(OrderQuery.first()).map(Order::orderId))
                .containsExactly(17L);
    }

    @Test
    void scan_onlyPageOverridden_hasCursors() {
        Scan<Order> scan = pharmacy.orders().scan(OrderQuery.first());
        ScanIterator<Order> orders = scan.iterator();
        orders.next();

        assertThat(scan.resumedAt(orders.cursor()).stream()).isEmpty();
    }

    @Test
    void products_onlyPageOverridden_areRead() {
        Products products = new Products() {
            @Override
            public Page<Product> page(ProductQuery query) {
                return new Page<>(List.of(Product.fromJson("{\"productID\": 5}")), 1, 100, 1);
            }
        };

        assertThat(products.stream(ProductQuery.first()).map(Product::productID))
                .containsExactly(5L);
    }

    @Test
    void documentation_example_isTheOneAbove() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/github/buymed4j/TestDoublesTest.java"));
        String example = source.substring(
                        source.indexOf("    static class FakePharmacy"), source.indexOf("    // end of the example"))
                .lines()
                .map(line -> line.replaceFirst("^ {4}(static )?", ""))
                .collect(joining("\n"));

        assertThat(Files.readString(Path.of("docs/pharmacy.md"))).contains(example);
    }
}
