package io.github.buymed4j.sandbox.pharmacy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A product in an order. The lines of an order follow from its number. */
record OrderLine(int position, Product product, int quantity) {
    static List<OrderLine> of(long orderId) {
        SplittableRandom random = new SplittableRandom(orderId);
        int count = 1 + random.nextInt(5);
        int first = random.nextInt(Product.BASE);
        return IntStream.range(0, count)
                .mapToObj(position -> new OrderLine(
                        position, new Product((first + 7 * position) % Product.BASE), 1 + random.nextInt(10)))
                .toList();
    }

    long total() {
        return product.price() * quantity;
    }
}
