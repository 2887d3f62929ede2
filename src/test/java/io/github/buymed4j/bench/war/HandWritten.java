package io.github.buymed4j.bench.war;

import io.github.buymed4j.pharmacy.Order;
import io.github.buymed4j.pharmacy.Product;
import io.github.buymed4j.pharmacy.Profile;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.GenericType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * A client as one would write it without a library: the JDK's, one for all threads, with the same headers, time limits and
 * records as ours, and JSON-B as it comes. HTTP/1.1, since the upgrade to HTTP/2 only costs it requests.
 */
final class HandWritten implements Client {

    private static final Type PROFILE = new GenericType<Envelope<Profile>>() {}.getType();
    private static final Type ORDERS = new GenericType<Envelope<Order>>() {}.getType();
    private static final Type PRODUCTS = new GenericType<Envelope<Product>>() {}.getType();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Jsonb jsonb = JsonbBuilder.create();
    private final String platform;
    private final String[] headers;

    HandWritten(Config config) {
        platform = config.getValue("buymed/mp-rest/url", String.class) + "/api/v1/pharmacy/";
        headers = new String[] {
            "Client-ID",
            config.getValue("buymed.client-id", String.class),
            "Client-Secret",
            config.getValue("buymed.client-secret", String.class),
            "X-Service-Region",
            "vn",
            "Authorization",
            "Bearer ".concat(config.getValue("buymed.access-token", String.class)),
            "Content-Type",
            "application/json",
            "Accept",
            "application/json"
        };
    }

    @Override
    public Profile profile() {
        return this.<Profile>get("profile", PROFILE).first();
    }

    @Override
    public List<Order> orders() {
        return this.<Order>get("orders?page=1&limit=20", ORDERS).data();
    }

    @Override
    public List<Product> products() {
        return this.<Product>get("products?page=1&limit=20", PRODUCTS).data();
    }

    private <T> Envelope<T> get(String path, Type type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform + path))
                .timeout(Duration.ofSeconds(10))
                .headers(headers)
                .build();
        try {
            HttpResponse<byte[]> reply = http.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException("HTTP " + reply.statusCode());
            }
            return jsonb.fromJson(new ByteArrayInputStream(reply.body()), type);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
