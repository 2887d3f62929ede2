package io.github.buymed4j.sandbox.pharmacy;

import io.github.buymed4j.sandbox.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;

/** A product as the platform writes it. */
final class ProductJson {
    private ProductJson() {}

    static JsonObject of(Product product) {
        JsonObjectBuilder json = JsonText.object();
        identity(json, product);
        codes(json, product);
        flags(json, product);
        retail(json, product);
        related(json, product);
        return json.build();
    }

    /** What the search shows of it; the vendor does not document this body. */
    static JsonObjectBuilder hit(Product product) {
        return JsonText.object()
                .add("type", "PRODUCT")
                .add("productID", product.id())
                .add("code", product.code())
                .add("name", product.name())
                .add("slug", product.slug())
                .add("unit", product.unit())
                .add("imageUrl", imageUrl(product));
    }

    private static String imageUrl(Product product) {
        return "https://images.example/" + product.code() + ".jpg";
    }

    private static void identity(JsonObjectBuilder json, Product product) {
        Medicine medicine = product.medicine();
        json.add("productID", product.id())
                .add("code", product.code())
                .add("name", product.name())
                .add("slug", product.slug())
                .add("brand", "Sức Khỏe Việt")
                .add("unit", product.unit())
                .add("volume", medicine.volume())
                .add("vat", 5)
                .add("weight", new BigDecimal(product.isCarton() ? "2.5" : "0.25"))
                .add("width", 8)
                .add("height", 5)
                .add("length", 12)
                .add("dosageForm", medicine.form())
                .add("origin", "Việt Nam")
                .add("owner", "BUYMED")
                .add("usage", "Uống hoặc dùng theo chỉ định của bác sĩ, dược sĩ.")
                .add("note", "Bảo quản nơi khô ráo, nhiệt độ dưới 30°C, tránh ánh sáng.");
    }

    private static void codes(JsonObjectBuilder json, Product product) {
        Medicine medicine = product.medicine();
        json.add("registrationNumber", "VD-" + (10_000 + product.index()) + "-24")
                .add("manufacturerCode", medicine.manufacturer())
                .add("atc2Code", medicine.atc().substring(0, 3))
                .add("atc3Code", medicine.atc().substring(0, 4))
                .add("categoryCodes", JsonText.array(List.of(medicine.category())))
                .add("efficacyCodes", JsonText.array(List.of("HQ_" + medicine.category())))
                .add("imageUrls", JsonText.array(List.of(imageUrl(product))))
                .add("videoUrls", JsonText.array())
                .add("ingredients", JsonText.array().add(ingredient(medicine)))
                .add("createdTime", "2024-03-05T02:15:30.120Z")
                .add("lastUpdatedTime", "2024-09-20T08:41:07.400Z")
                .add("searchKeyword", Vietnamese.plain(product.name()))
                .add("sellerCategoryCode", "NGANH_" + medicine.category())
                .add("sellerSubCategoryCode", "NHOM_" + medicine.category());
    }

    private static JsonObjectBuilder ingredient(Medicine medicine) {
        return JsonText.object().add("ingredientCode", medicine.ingredient()).add("volume", medicine.strength());
    }

    private static void flags(JsonObjectBuilder json, Product product) {
        Medicine medicine = product.medicine();
        json.add("isCombo", product.isCarton())
                .add("isFragile", medicine.isLiquid())
                .add("isFrozen", false)
                .add("isHasSubstituteProduct", true)
                .add("isHerb", medicine.isHerbal())
                .add("isIngredientSpecial", false)
                .add("isLiquid", medicine.isLiquid())
                .add("isPortable", !product.isCarton());
    }

    private static void retail(JsonObjectBuilder json, Product product) {
        Medicine medicine = product.medicine();
        json.add(
                        "retailInfo",
                        JsonText.object()
                                .add("retailProductDescription", medicine.name() + ", " + medicine.form())
                                .add("retailRefPrice", retailPrice(product)))
                .add("retailUnit", medicine.retailUnit())
                .add("retailUnitQuantityPerUnit", medicine.retailQuantity())
                .add(
                        "retailUnits",
                        JsonText.array()
                                .add(retailUnit(true, 1, 1, medicine.retailUnit()))
                                .add(retailUnit(false, 2, medicine.retailQuantity(), medicine.unit())));
    }

    /** Not whole for some: 20 % above the price, by the retail unit. */
    private static BigDecimal retailPrice(Product product) {
        Medicine medicine = product.medicine();
        return BigDecimal.valueOf(medicine.price() * 12 * 100 / 10 / medicine.retailQuantity(), 2);
    }

    private static JsonObjectBuilder retailUnit(boolean base, int level, int quantity, String unit) {
        return JsonText.object()
                .add("isBaseUnit", base)
                .add("isSale", true)
                .add("level", level)
                .add("quantity", quantity)
                .add("unit", unit);
    }

    private static void related(JsonObjectBuilder json, Product product) {
        Product neighbour = new Product((product.index() + 2) % Product.BASE);
        JsonArrayBuilder parts = JsonText.array();
        if (product.isCarton()) {
            Product single = product.single();
            parts.add(JsonText.object()
                    .add("code", single.code())
                    .add("productID", single.id())
                    .add("quantity", Product.PER_CARTON));
        }
        json.add("similarProductCodes", JsonText.array(List.of(neighbour.code())))
                .add("subProducts", parts);
    }
}
