package io.github.buymed4j.pharmacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The products: a page, one of them, or all; and what they are ordered by. Thread-safe. */
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
     * One product by the name in its address. Spends one request.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException when there is no such product
     * @throws IllegalArgumentException when it has other characters than letters, digits, {@code -}, {@code _}, {@code .} and
     *     {@code ~}, with which it could be another path
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

    /** One page of what the keyword finds. Spends one request; the vendor documents neither its parameters nor its body. */
    public Page<SearchHit> search(String keyword, int page, int limit) {
        Page.checkBounds(page, limit);
        return platform.search(keyword, page, limit).map(SearchHit::new);
    }

    /** All products that the query's words find, as {@link #scan} reads them. */
    public Stream<Product> stream(ProductQuery query) {
        return scan(query).stream();
    }

    /**
     * All products that the query's words find, in the platform's order, each once. The platform has no order that stays while
     * products come and go; where their number changes, pages are read again so that none is lost.
     *
     * @param query its page and limit are not used
     */
    public Scan<Product> scan(ProductQuery query) {
        return new Scan<>(new ProductListing(platform, query));
    }
}
