package io.github.buymed4j.pharmacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Access to products: one page, one product, or all; also categories, manufacturers and the search. Thread-safe. */
public final class Products {

    private static final Pattern SLUG = Pattern.compile("(?!\\.+$)[\\p{L}\\p{M}\\p{N}._~-]+");

    private final Platform platform;

    Products(Platform platform) {
        this.platform = platform;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Product> page(ProductQuery query) {
        return platform.products(query);
    }

    /**
     * One product. Spends one request.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException when there is no such product
     */
    public Product byId(long productId) {
        return platform.product(Long.toString(productId));
    }

    /**
     * One product by its slug, the name in its web address. Spends one request.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException when there is no such product
     * @throws IllegalArgumentException if it has characters other than letters, digits, {@code -}, {@code _}, {@code .}
     *     and {@code ~}, or only dots, and so could lead to another path
     */
    public Product bySlug(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a slug: letters, digits, '-', '_', '.' and '~', not only dots");
        }
        return platform.product(slug);
    }

    /** The categories. Spends a request once in {@code buymed.catalogue.max-age}. */
    public List<Category> categories() {
        return platform.categories().stream().map(Category::new).toList();
    }

    /** The manufacturers. Spends a request once in {@code buymed.catalogue.max-age}. */
    public List<Manufacturer> manufacturers() {
        return platform.manufacturers().stream().map(Manufacturer::new).toList();
    }

    /**
     * One page of what the keyword finds. Spends one request. The vendor documents neither its parameters nor its body.
     */
    public Page<SearchHit> search(String keyword, int page, int limit) {
        Page.checkBounds(page, limit);
        return platform.search(keyword, page, limit).map(SearchHit::new);
    }

    /** All products that match the query, read as by {@link #scan}. */
    public Stream<Product> stream(ProductQuery query) {
        return scan(query).stream();
    }

    /**
     * All products that match the query, in the platform's order, each once. The platform has no order that is stable
     * while products are added or removed; if their number changes, pages are read again so that none is lost.
     *
     * @param query its page and limit are not used
     */
    public Scan<Product> scan(ProductQuery query) {
        return new Scan<>(new ProductListing(platform, query));
    }
}
