package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.accounts.Account;
import io.github.buymed4j.sandbox.json.JsonTemplate;
import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Map;

/** Categories, manufacturers and addresses. The vendor does not document their bodies; these are plausible ones. */
final class Catalogue {
    private static final JsonTemplate ADDRESS = JsonTemplate.of(Catalogue.class, "address.json");
    private static final JsonArray CATEGORIES = list("categories.json", "category.json");
    private static final JsonArray MANUFACTURERS = list("manufacturers.json", "manufacturer.json");

    private Catalogue() {}

    private static JsonArray list(String rows, String entry) {
        JsonTemplate template = JsonTemplate.of(Catalogue.class, entry);
        JsonArrayBuilder list = JsonText.array();
        for (JsonObject row :
                JsonText.resource(Catalogue.class, rows).asJsonArray().getValuesAs(JsonObject.class)) {
            String name = row.getString("name");
            list.add(template.fill(Map.of("code", row.getString("code"), "name", name, "slug", Vietnamese.slug(name))));
        }
        return list.build();
    }

    static JsonArray categories() {
        return CATEGORIES;
    }

    static JsonArray manufacturers() {
        return MANUFACTURERS;
    }

    static JsonArray addresses(Account account) {
        JsonArrayBuilder list = JsonText.array();
        for (Customer customer : Customer.ALL.subList(0, 2)) {
            list.add(ADDRESS.fill(Map.of(
                    "id", account.number() * 10 + customer.index(),
                    "account.name", account.name(),
                    "account.phone", account.phone(),
                    "customer.address", customer.address(),
                    "customer.wardCode", customer.wardCode(),
                    "customer.districtCode", customer.districtCode(),
                    "customer.provinceCode", customer.provinceCode(),
                    "default", customer.index() == 0)));
        }
        return list.build();
    }
}
