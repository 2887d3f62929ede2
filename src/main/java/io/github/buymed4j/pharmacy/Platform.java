package io.github.buymed4j.pharmacy;

import io.github.buymed4j.Account;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.SharedReplies;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the facades' requests; an equal request that is already in progress is shared. Thread-safe. */
final class Platform {

    private final PharmacyApi api;
    private final SharedReplies replies;
    private final @Nullable String application;
    private final @Nullable Account account;

    /** Uses the application and the account of the scope in which a request is made. */
    Platform(PharmacyApi api, SharedReplies replies) {
        this(api, replies, null, null);
    }

    private Platform(PharmacyApi api, SharedReplies replies, @Nullable String application, @Nullable Account account) {
        this.api = api;
        this.replies = replies;
        this.application = application;
        this.account = account;
    }

    /** A copy that always uses this account, regardless of the scope. */
    Platform as(Account whose) {
        return new Platform(api, replies, application, whose);
    }

    /** A copy that always uses this application, regardless of the scope. */
    Platform of(String name) {
        return new Platform(api, replies, name, account);
    }

    KeptPharmacy kept() {
        return new KeptPharmacy(application, account == null ? null : account.id());
    }

    Profile profile() {
        return shared("profile", () -> api.profile()).first();
    }

    List<JsonObject> addresses() {
        return shared("addresses", () -> api.addresses()).data();
    }

    List<JsonObject> categories() {
        return remembered("categories", () -> api.categories()).data();
    }

    List<JsonObject> manufacturers() {
        return remembered("manufactures", () -> api.manufacturers()).data();
    }

    Page<Order> orders(OrderQuery query) {
        return page(
                query,
                query.page(),
                query.limit(),
                () -> api.orders(
                        query.page(),
                        query.limit(),
                        text(query.fromDate()),
                        text(query.toDate()),
                        query.status(),
                        query.customerPhone(),
                        query.orderCode(),
                        query.sort() == null ? null : query.sort().sortBy(),
                        query.sort() == null ? null : query.sort().sortOrder()));
    }

    OrderDetail order(long orderId) {
        String query = "{\"orderId\":" + orderId + "}";
        return shared(List.of("order", orderId), () -> api.order(query)).first();
    }

    Page<Product> products(ProductQuery query) {
        return page(
                query, query.page(), query.limit(), () -> api.products(query.page(), query.limit(), query.search()));
    }

    Product product(String slugOrId) {
        return shared(List.of("product", slugOrId), () -> api.product(slugOrId)).first();
    }

    Page<JsonObject> search(String keyword, int page, int limit) {
        return page(List.of("search", keyword, page, limit), page, limit, () -> api.search(page, limit, keyword));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private <T> Page<T> page(Object name, int number, int limit, Supplier<@Nullable Envelope<T>> request) {
        return Page.of(shared(name, request), number, limit);
    }

    private <T> Envelope<T> shared(Object name, Supplier<@Nullable Envelope<T>> request) {
        return bound(() -> replies.shared(name, () -> present(request.get())));
    }

    private <T> Envelope<T> remembered(Object name, Supplier<@Nullable Envelope<T>> request) {
        return bound(() -> replies.remembered(name, () -> present(request.get())));
    }

    private <T> Envelope<T> bound(Supplier<Envelope<T>> request) {
        CallScope scope = CallScope.current();
        CallScope asApplication = application == null ? scope : scope.application(application);
        return (account == null ? asApplication : asApplication.account(account)).call(request::get);
    }

    /** Some servers' REST clients return null for a reply without a body. */
    private static <T> Envelope<T> present(@Nullable Envelope<T> reply) {
        if (reply == null) {
            throw new UnreadableReplyException("it is empty");
        }
        return reply;
    }
}
