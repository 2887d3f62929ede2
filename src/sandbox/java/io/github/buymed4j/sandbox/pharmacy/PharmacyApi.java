package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.envelope.Envelope;
import io.github.buymed4j.sandbox.envelope.Page;
import io.github.buymed4j.sandbox.envelope.Refusal;
import io.github.buymed4j.sandbox.gate.Gate;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Reply;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The endpoints under {@code /api/v1/pharmacy/}, all of them GET. */
public final class PharmacyApi {
    private static final String PRODUCT = "products/";

    private final Gate gate;
    private final Orders orders;
    private final Products products;
    private final Map<String, Endpoint> endpoints;

    public PharmacyApi(Gate gate, Orders orders, Products products) {
        this.gate = gate;
        this.orders = orders;
        this.products = products;
        this.endpoints = Map.of(
                "profile", new Endpoint(Scopes.PROFILE, (account, query) -> Envelope.one(ProfileJson.of(account))),
                "addresses",
                        new Endpoint(Scopes.PROFILE, (account, query) -> Envelope.ok(Catalogue.addresses(account))),
                "products", new Endpoint(Scopes.PRODUCTS, (account, query) -> products(query)),
                "search", new Endpoint(Scopes.PRODUCTS, (account, query) -> search(query)),
                "categories", new Endpoint(Scopes.PRODUCTS, (account, query) -> Envelope.ok(Catalogue.categories())),
                "manufactures",
                        new Endpoint(Scopes.PRODUCTS, (account, query) -> Envelope.ok(Catalogue.manufacturers())),
                "orders", new Endpoint(Scopes.ORDERS, this::orders),
                "order", new Endpoint(Scopes.ORDERS, this::order));
    }

    /** Answers a call to the path that follows {@code pharmacy/}. */
    public Reply answer(Exchange exchange, String path) {
        App app = gate.admitAppOfRegion(exchange);
        Endpoint endpoint = endpoint(path)
                .filter(found -> exchange.request().method().equals("GET"))
                .orElseThrow(() -> Refusal.notFound("đường dẫn"));
        Account account = gate.admitAccount(exchange, app, endpoint.scope());
        return endpoint.reply().apply(account, exchange.request().parameters());
    }

    private Optional<Endpoint> endpoint(String path) {
        return path.startsWith(PRODUCT)
                ? Optional.of(
                        new Endpoint(Scopes.PRODUCTS, (account, query) -> product(path.substring(PRODUCT.length()))))
                : Optional.ofNullable(endpoints.get(path));
    }

    private Reply products(Parameters query) {
        Page page = Page.of(query);
        Slice<Product> slice = products.select(query, page);
        JsonArrayBuilder data = JsonText.array();
        slice.items().forEach(product -> data.add(ProductJson.of(product)));
        return Envelope.page(data.build(), page, slice.total());
    }

    private Reply product(String slugOrId) {
        return products.find(slugOrId)
                .map(product -> Envelope.one(ProductJson.of(product)))
                .orElseThrow(() -> Refusal.notFound("sản phẩm"));
    }

    private Reply search(Parameters query) {
        Page page = Page.of(query);
        Slice<Product> slice = products.select(query, page);
        JsonArrayBuilder data = JsonText.array();
        slice.items().forEach(product -> data.add(ProductJson.hit(product)));
        return Envelope.page(data.build(), page, slice.total());
    }

    private Reply orders(Account account, Parameters parameters) {
        OrderQuery query = OrderQuery.of(parameters, orders.reading());
        Slice<Order> slice = query.select(orders.shelf(account.key()));
        JsonArrayBuilder data = JsonText.array();
        slice.items().forEach(order -> data.add(OrderJson.listed(order, account)));
        return Envelope.page(data.build(), query.page(), slice.total());
    }

    private Reply order(Account account, Parameters parameters) {
        long id = parameters
                .first("q")
                .flatMap(JsonText::readObject)
                .flatMap(PharmacyApi::orderId)
                .orElseThrow(() -> Refusal.invalid("INVALID_PARAMETER", "q phải có dạng {\"orderId\":N}"));
        return orders.shelf(account.key())
                .find(id)
                .map(order -> Envelope.one(OrderJson.detailed(order, account)))
                .orElseThrow(() -> Refusal.notFound("đơn hàng"));
    }

    private static Optional<Long> orderId(JsonObject query) {
        return query.get("orderId") instanceof JsonNumber number && number.isIntegral()
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private record Endpoint(String scope, BiFunction<Account, Parameters, Reply> reply) {}
}
