package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.envelope.Page;
import io.github.buymed4j.sandbox.http.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The products on sale, by ascending {@code productID}. Thread-safe. */
public final class Products {
    private final AtomicInteger count = new AtomicInteger(Product.BASE);

    /** Returns how many there are then. */
    public int add(int more) {
        return count.addAndGet(more);
    }

    public int count() {
        return count.get();
    }

    public void restore(int products) {
        count.set(products);
    }

    Optional<Product> find(String slugOrId) {
        String id = slugOrId.substring(slugOrId.lastIndexOf('-') + 1);
        if (!id.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        long index = Product.indexOf(Long.parseLong(id));
        return Optional.of(index)
                .filter(at -> at >= 0 && at < count.get())
                .map(at -> new Product(at.intValue()))
                .filter(product -> slugOrId.equals(id) || product.slug().equals(slugOrId));
    }

    /** By keyword, without regard to case and Vietnamese marks, by category and by manufacturer. */
    Slice<Product> select(Parameters parameters, Page page) {
        Optional<String> keyword =
                parameters.first("search", "q", "keyword", "text").map(Vietnamese::plain);
        Optional<String> category = parameters.first("categoryCode", "category");
        Optional<String> manufacturer = parameters.first("manufacturerCode", "manufacturer");
        int total = count.get();
        if (keyword.isEmpty() && category.isEmpty() && manufacturer.isEmpty()) {
            return new Slice<>(
                    all(total).skip(page.offset()).limit(page.limit()).toList(), total);
        }
        List<Product> found = all(total)
                .filter(product -> keyword.isEmpty() || product.isCalled(keyword.get()))
                .filter(product ->
                        category.isEmpty() || product.medicine().category().equals(category.get()))
                .filter(product -> manufacturer.isEmpty()
                        || product.medicine().manufacturer().equals(manufacturer.get()))
                .toList();
        return Slice.of(found, page);
    }

    private static Stream<Product> all(int total) {
        return IntStream.range(0, total).mapToObj(Product::new);
    }
}
