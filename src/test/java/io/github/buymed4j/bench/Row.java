package io.github.buymed4j.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A figure as measured; what does not apply is null. */
record Row(
        String figure,
        double value,
        String unit,
        @Nullable Double against,
        @Nullable Double ratio,
        @Nullable Double bound,
        @Nullable Boolean holds,
        int runs,
        String machine,
        String versions,
        String date) {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    boolean doesNotFail() {
        return holds == null || holds;
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("figure", figure);
        add(json, "value", value);
        json.add("unit", unit);
        add(json, "against", against);
        add(json, "ratio", ratio);
        add(json, "bound", bound);
        return json.add("holds", holds == null ? JsonValue.NULL : holds ? JsonValue.TRUE : JsonValue.FALSE)
                .add("runs", runs)
                .add("machine", machine)
                .add("versions", versions)
                .add("date", date)
                .build();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Double number) {
        if (number == null) {
            json.addNull(name);
        } else {
            json.add(name, rounded(number));
        }
    }

    private static BigDecimal rounded(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(FOUR_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    @Override
    public String toString() {
        return String.join(" | ", Results.cells(json()));
    }
}
