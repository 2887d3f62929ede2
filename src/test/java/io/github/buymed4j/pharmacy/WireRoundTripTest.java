package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a record holds, it holds the same after a way over the wire. */
class WireRoundTripTest {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void order_writtenAndRead_isEqual(@ForAll("orders") Order order) {
        assertThat(Samples.read(Order.class, Samples.write(order))).isEqualTo(order);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void detail_writtenAndRead_isEqual(@ForAll("details") OrderDetail detail) {
        assertThat(Samples.read(OrderDetail.class, Samples.write(detail))).isEqualTo(detail);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void product_writtenAndRead_isEqual(@ForAll("products") Product product) {
        assertThat(Samples.read(Product.class, Samples.write(product))).isEqualTo(product);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void profile_writtenAndRead_isEqual(@ForAll("profiles") Profile profile) {
        assertThat(Samples.read(Profile.class, Samples.write(profile))).isEqualTo(profile);
    }

    @Provide
    Arbitrary<Order> orders() {
        return AnyRecord.of(Order.class);
    }

    @Provide
    Arbitrary<OrderDetail> details() {
        return AnyRecord.of(OrderDetail.class);
    }

    @Provide
    Arbitrary<Product> products() {
        return AnyRecord.of(Product.class);
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return AnyRecord.of(Profile.class);
    }
}
