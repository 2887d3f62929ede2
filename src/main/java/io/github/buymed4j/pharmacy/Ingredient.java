package io.github.buymed4j.pharmacy;

import org.jspecify.annotations.Nullable;

/** An ingredient of a product. Values missing in the reply are null. */
public record Ingredient(
        @Nullable String ingredientCode, @Nullable String volume) {}
