package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {
    private static final List<String> TIMES = List.of(
            "2024-09-30T16:59:59.999Z",
            "2024-09-30T17:00:00.000Z",
            "2024-09-30T23:59:59.999Z",
            "2024-10-01T00:00:00.000Z",
            "2024-10-01T06:57:09.000Z",
            "2024-10-01T06:57:09.079Z",
            "2024-10-01T06:57:09.999Z",
            "2024-10-01T16:59:59.999Z",
            "2024-10-01T17:00:00.000Z",
            "2024-10-01T23:59:59.999Z",
            "2024-10-02T00:00:00.000Z");
    private static final String BOUND = "2024-10-01T06:57:09.079Z";

    private final Visitor visitor = Visitor.onAnyDay();

    @BeforeEach
    void ordersAroundTheBorders() {
        visitor.control("DELETE", "orders", "");
        TIMES.forEach(time -> visitor.control("POST", "orders", "{\"to\":\"" + time + "\"}"));
    }

    private List<String> times(String bounds) {
        return Visitor.json(visitor.get("orders?sortOrder=ASC&" + bounds))
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(order -> order.getString("createdTime"))
                .toList();
    }

    /** The places of the first and of the last time that counts, with the bound at both ends by turns. */
    @ParameterizedTest
    @CsvSource({"inclusive, 5, 5", "exclusive, 6, 4", "second, 4, 6", "day, 3, 9", "day-vn, 1, 7"})
    void bounds_areReadAsTold(String reading, int first, int last) {
        visitor.control("PUT", "dates", "{\"reading\":\"" + reading + "\"}");

        assertThat(times("fromDate=" + BOUND)).isEqualTo(TIMES.subList(first, TIMES.size()));
        assertThat(times("toDate=" + BOUND)).isEqualTo(TIMES.subList(0, last + 1));
    }

    @Test
    void bounds_exclusiveAndEqual_areEmpty() {
        visitor.control("PUT", "dates", "{\"reading\":\"exclusive\"}");

        assertThat(times("fromDate=" + BOUND + "&toDate=" + BOUND)).isEmpty();
    }

    @Test
    void bounds_nothingTold_areIncluded() {
        assertThat(visitor.control("PUT", "dates", "{}")).hasToString("{\"reading\":\"inclusive\"}");
        assertThat(times("fromDate=" + BOUND + "&toDate=" + BOUND)).containsExactly(BOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reading\":\"hour\"}", "{\"reading\":\"DAY\"}", "{\"reading\":[]}"})
    void reading_unknown_isRefused(String body) {
        assertThat(visitor.tryControl("PUT", "dates", body).status()).isEqualTo(400);
    }
}
