package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonTemplate;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A product as the platform writes it. */
final class ProductJson {
    private static final JsonTemplate PRODUCT = JsonTemplate.of(ProductJson.class, "product.json");
    private static final JsonTemplate PART = JsonTemplate.of(ProductJson.class, "product-part.json");
    private static final JsonTemplate HIT = JsonTemplate.of(ProductJson.class, "product-hit.json");

    private ProductJson() {}

    static JsonObject of(Product product) {
        Map<String, Object> values = identity(product);
        ofMedicine(values, product.medicine());
        values.put("weight", new BigDecimal(product.isCarton() ? "2.5" : "0.25"));
        values.put("registration", 10_000 + product.index());
        values.put("plainName", Vietnamese.plain(product.name()));
        values.put("carton", product.isCarton());
        values.put("portable", !product.isCarton());
        values.put("retailPrice", retailPrice(product.medicine()));
        values.put("neighbour", new Product((product.index() + 2) % Product.BASE).code());
        values.put("parts", parts(product));
        return PRODUCT.fill(values);
    }

    /** What the search shows of it; the vendor does not document this body. */
    static JsonObject hit(Product product) {
        return HIT.fill(identity(product));
    }

    private static Map<String, Object> identity(Product product) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", product.id());
        values.put("code", product.code());
        values.put("name", product.name());
        values.put("slug", product.slug());
        values.put("unit", product.unit());
        return values;
    }

    private static void ofMedicine(Map<String, Object> values, Medicine medicine) {
        values.put("medicine", medicine.name());
        values.put("form", medicine.form());
        values.put("volume", medicine.volume());
        values.put("medicineUnit", medicine.unit());
        values.put("retailUnit", medicine.retailUnit());
        values.put("retailQuantity", medicine.retailQuantity());
        values.put("ingredient", medicine.ingredient());
        values.put("strength", medicine.strength());
        values.put("atc2", medicine.atc().substring(0, 3));
        values.put("atc3", medicine.atc().substring(0, 4));
        values.put("category", medicine.category());
        values.put("manufacturer", medicine.manufacturer());
        values.put("liquid", medicine.isLiquid());
        values.put("herbal", medicine.isHerbal());
    }

    /** Not whole for some: 20 % above the price, by the retail unit. */
    private static BigDecimal retailPrice(Medicine medicine) {
        return BigDecimal.valueOf(medicine.price() * 12 * 100 / 10 / medicine.retailQuantity(), 2);
    }

    private static JsonArray parts(Product product) {
        if (!product.isCarton()) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        Product single = product.single();
        return JsonText.array()
                .add(PART.fill(Map.of("code", single.code(), "id", single.id(), "quantity", Product.PER_CARTON)))
                .build();
    }
}
