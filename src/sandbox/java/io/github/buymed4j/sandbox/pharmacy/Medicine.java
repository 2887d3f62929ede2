package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonObject;
import java.util.List;

/** What a product is made of, whatever its packing. */
record Medicine(
        String name,
        String form,
        String unit,
        String volume,
        String retailUnit,
        int retailQuantity,
        String ingredient,
        String strength,
        String atc,
        String category,
        String manufacturer,
        long price) {
    static final List<Medicine> ALL =
            JsonText.resource(Medicine.class, "medicines.json").asJsonArray().getValuesAs(Medicine::of);

    private static Medicine of(JsonObject json) {
        return new Medicine(
                json.getString("name"),
                json.getString("form"),
                json.getString("unit"),
                json.getString("volume"),
                json.getString("retailUnit"),
                json.getInt("retailQuantity"),
                json.getString("ingredient"),
                json.getString("strength"),
                json.getString("atc"),
                json.getString("category"),
                json.getString("manufacturer"),
                json.getJsonNumber("price").longValue());
    }

    boolean isLiquid() {
        return List.of("Siro", "Dung dịch", "Dầu xoa").contains(form);
    }

    boolean isHerbal() {
        return name.contains("thảo");
    }
}
