package io.github.buymed4j.sandbox.pharmacy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A product in an order. The lines of an order follow from its number. */
record OrderLine(int position, Product product, int quantity) {
    static List<OrderLine> of(long orderId) {
        SplittableRandom random = new SplittableRandom(orderId);
        int count = 1 + random.nextInt(5);
        int first = random.nextInt(Product.BASE);
        List<OrderLine> lines = new ArrayList<>(count);
        for (int position = 0; position < count; position++) {
            Product product = new Product((first + 7 * position) % Product.BASE);
            lines.add(new OrderLine(position, product, 1 + random.nextInt(10)));
        }
        return lines;
    }

    long total() {
        return product.price() * quantity;
    }
}
