package io.github.buymed4j.pharmacy;

import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.core.GenericType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product, with the names of the platform's JSON. Values missing in the reply are null, missing lists empty. */
public record Product(
        @Nullable Long productID,
        @Nullable String code,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String brand,
        @Nullable String unit,
        @Nullable String volume,
        @Nullable BigDecimal vat,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable BigDecimal length,
        @Nullable String dosageForm,
        @Nullable String origin,
        @Nullable String owner,
        @Nullable String usage,
        @Nullable String note,
        @Nullable String registrationNumber,
        @Nullable String manufacturerCode,
        @Nullable String atc2Code,
        @Nullable String atc3Code,
        List<String> categoryCodes,
        List<String> efficacyCodes,
        List<String> imageUrls,
        List<String> videoUrls,
        List<Ingredient> ingredients,
        @Nullable Boolean isCombo,
        @Nullable Boolean isFragile,
        @Nullable Boolean isFrozen,
        @Nullable Boolean isHasSubstituteProduct,
        @Nullable Boolean isHerb,
        @Nullable Boolean isIngredientSpecial,
        @Nullable Boolean isLiquid,
        @Nullable Boolean isPortable,
        @Nullable Instant createdTime,
        @Nullable Instant lastUpdatedTime,
        @Nullable RetailInfo retailInfo,
        @Nullable String retailUnit,
        @Nullable BigDecimal retailUnitQuantityPerUnit,
        List<RetailUnit> retailUnits,
        @Nullable String searchKeyword,
        @Nullable String sellerCategoryCode,
        @Nullable String sellerSubCategoryCode,
        List<String> similarProductCodes,
        List<SubProduct> subProducts) {

    /** Copies the lists. */
    public Product {
        categoryCodes = Elements.of(categoryCodes);
        efficacyCodes = Elements.of(efficacyCodes);
        imageUrls = Elements.of(imageUrls);
        videoUrls = Elements.of(videoUrls);
        ingredients = Elements.of(ingredients);
        retailUnits = Elements.of(retailUnits);
        similarProductCodes = Elements.of(similarProductCodes);
        subProducts = Elements.of(subProducts);
    }

    /** A product from the platform's JSON, for unit tests: {@code {"productID": 17}}. */
    public static Product fromJson(String json) {
        return RecordJson.read(new GenericType<Envelope<Product>>() {}, json);
    }

    /** An ingredient of a product. Values missing in the reply are null. */
    public record Ingredient(
            @Nullable String ingredientCode, @Nullable String volume) {}

    /** A product's retail description and reference price. Values missing in the reply are null. */
    public record RetailInfo(
            @Nullable String retailProductDescription,
            @Nullable BigDecimal retailRefPrice) {}

    /**
     * A unit in which a product is sold. Values missing in the reply are null.
     *
     * @param quantity the number of base units in it
     */
    public record RetailUnit(
            @Nullable Boolean isBaseUnit,
            @Nullable Boolean isSale,
            @Nullable Integer level,
            @Nullable BigDecimal quantity,
            @Nullable String unit) {}

    /** A product inside a combination. Values missing in the reply are null. */
    public record SubProduct(
            @Nullable String code,
            @Nullable Long productID,
            @Nullable BigDecimal quantity) {}
}
