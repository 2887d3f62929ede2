package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** What a product contains. Each value is null where the platform left it out. */
public record Ingredient(
        @Nullable String ingredientCode, @Nullable String volume) {}
