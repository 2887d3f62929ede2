package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Access to products: one page, one product, or all; also categories, manufacturers and the search. Thread-safe. A test
 * double overrides what it needs; {@link #stream} and {@link #scan} read by {@link #page}.
 */
public class Products {

    private static final Pattern SLUG = Pattern.compile("(?!\\.+$)[\\p{L}\\p{M}\\p{N}._~-]+");

    private final Platform platform;

    /** For test doubles only. */
    @SuppressWarnings("NullAway")
    protected Products() {
        platform = null;
    }

    Products(Platform platform) {
        this.platform = platform;
    }

    /** One page. Spends one request; blocks until the reply is there. */
    public Page<Product> page(ProductQuery query) {
        Envelope<Product> reply =
                platform.shared(query, api -> api.products(query.page(), query.limit(), query.search()));
        return Page.of(reply, query.page(), query.limit());
    }

    /**
     * One product. Spends one request.
     *
     * @throws io.github.buymed4j.rest.reply.ResourceNotFoundException when there is no such product
     */
    public Product byId(long productId) {
        return product(Long.toString(productId));
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
        return product(slug);
    }

    private Product product(String slugOrId) {
        return platform.shared(List.of("product", slugOrId), api -> api.product(slugOrId))
                .first();
    }

    /** The categories. Spends a request once in {@code buymed.catalogue.max-age}. */
    public List<Category> categories() {
        return platform.remembered("categories", PharmacyApi::categories).data().stream()
                .map(Category::new)
                .toList();
    }

    /** The manufacturers. Spends a request once in {@code buymed.catalogue.max-age}. */
    public List<Manufacturer> manufacturers() {
        return platform.remembered("manufactures", PharmacyApi::manufacturers).data().stream()
                .map(Manufacturer::new)
                .toList();
    }

    /**
     * One page of what the keyword finds. Spends one request. The vendor documents neither its parameters nor its body.
     */
    public Page<SearchHit> search(String keyword, int page, int limit) {
        Page.checkBounds(page, limit);
        List<Object> name = List.of("search", keyword, page, limit);
        Envelope<JsonObject> reply = platform.shared(name, api -> api.search(page, limit, keyword));
        return Page.of(reply, page, limit).map(SearchHit::new);
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
        return new Scan<>(new ProductListing(this, query));
    }
}
