package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

/** A customer of the pharmacy: who ordered, and the address of the delivery. */
record Customer(
        int index,
        String name,
        String phone,
        String address,
        String wardCode,
        String districtCode,
        String provinceCode) {
    static final List<Customer> ALL =
            all(JsonText.resource(Customer.class, "customers.json").asJsonArray());

    private static List<Customer> all(JsonArray rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> of(index, rows.getJsonObject(index)))
                .toList();
    }

    private static Customer of(int index, JsonObject json) {
        return new Customer(
                index,
                json.getString("name"),
                json.getString("phone"),
                json.getString("address"),
                json.getString("wardCode"),
                json.getString("districtCode"),
                json.getString("provinceCode"));
    }

    static Customer of(long orderId) {
        return ALL.get((int) (orderId % ALL.size()));
    }

    String email() {
        return "dathang" + (index + 1) + "@example.vn";
    }
}
