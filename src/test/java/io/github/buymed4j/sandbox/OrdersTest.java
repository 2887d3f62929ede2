package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
    private final SettableClock clock = new SettableClock();
    private final Visitor visitor = Visitor.on(clock);

    @BeforeEach
    void noLimits() {
        visitor.control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");
        visitor.control("DELETE", "orders", "");
    }

    private JsonObject make(String fields) {
        return visitor.control("POST", "orders", fields);
    }

    private List<JsonObject> orders(String query) {
        return Visitor.json(visitor.get("orders?" + query)).getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private List<Long> ids(String query) {
        return orders(query).stream()
                .map(order -> order.getJsonNumber("orderId").longValue())
                .toList();
    }

    private JsonObject pagination(String query) {
        return Visitor.json(visitor.get("orders?" + query)).getJsonObject("pagination");
    }

    @Test
    void orders_atTheStart_areThere() {
        assertThat(Visitor.json(Visitor.onAnyDay().get("orders")).getJsonObject("pagination"))
                .hasToString("{\"page\":1,\"limit\":20,\"total\":200,\"totalPages\":10}");
    }

    @Test
    void make_betweenTwoTimes_spreadsThemEvenly() {
        JsonObject made = make("{\"count\":5,\"from\":\"2024-09-01T00:00:00Z\",\"to\":\"2024-09-05T00:00:00Z\"}");
        long first = made.getJsonNumber("firstOrderId").longValue();
        assertThat(made.getInt("count")).isEqualTo(5);
        assertThat(orders("sortOrder=ASC"))
                .extracting(order -> order.getString("createdTime"))
                .containsExactly(
                        "2024-09-01T00:00:00.000Z",
                        "2024-09-02T00:00:00.000Z",
                        "2024-09-03T00:00:00.000Z",
                        "2024-09-04T00:00:00.000Z",
                        "2024-09-05T00:00:00.000Z");
        assertThat(ids("")).containsExactly(first + 4, first + 3, first + 2, first + 1, first);
    }

    @ParameterizedTest
    @CsvSource({
        "fromDate=2024-09-03T00:00:00Z, 3",
        "toDate=2024-09-03T00:00:00.000Z, 3",
        "fromDate=2024-09-02&toDate=2024-09-03, 2",
        "fromDate=2024-09-03T07:00:00%2B07:00, 3",
        "fromDate=2024-09-06, 0",
        "sortBy=totalPrice&fromDate=2024-09-04, 2"
    })
    void orders_betweenDates_includeBothEnds(String query, int expected) {
        make("{\"count\":5,\"from\":\"2024-09-01T00:00:00Z\",\"to\":\"2024-09-05T00:00:00Z\"}");
        assertThat(pagination(query).getInt("total")).isEqualTo(expected);
        assertThat(orders(query)).hasSize(expected);
    }

    @Test
    void orders_byStatusPhoneAndCode_areOnlyThose() {
        make("{\"count\":100}");
        JsonObject order = orders("").get(0);
        String status = order.getString("status");
        String phone = order.getString("customerPhone");
        assertThat(orders("limit=100&status=" + status))
                .isNotEmpty()
                .allMatch(found -> found.getString("status").equals(status));
        assertThat(orders("limit=100&customerPhone=" + phone))
                .hasSizeBetween(2, 99)
                .allMatch(found -> found.getString("customerPhone").equals(phone));
        assertThat(orders("orderCode=" + order.getString("orderCode"))).containsExactly(order);
        assertThat(orders("orderCode=SO!")).isEmpty();
        assertThat(pagination("limit=3&page=2&customerPhone=" + phone).getInt("total"))
                .isBetween(2, 99);
    }

    @Test
    void orders_byTotalPrice_areSorted() {
        make("{\"count\":100}");
        List<JsonObject> sorted = new ArrayList<>(orders("limit=100&sortBy=totalPrice&sortOrder=ASC"));
        assertThat(sorted)
                .hasSize(100)
                .isSortedAccordingTo(Comparator.comparingLong(
                        order -> order.getJsonNumber("totalPrice").longValue()));
        Collections.reverse(sorted);
        assertThat(orders("limit=100&sortBy=totalPrice")).isEqualTo(sorted);
    }

    @Test
    void orders_madeForEarlierTimes_areSortedIn() {
        make("{\"count\":3,\"from\":\"2024-09-01T00:00:00Z\",\"to\":\"2024-09-03T00:00:00Z\"}");
        make("{\"count\":3,\"from\":\"2024-08-31T12:00:00Z\",\"to\":\"2024-09-02T12:00:00Z\"}");
        make("{\"count\":1}");
        assertThat(orders("sortOrder=ASC"))
                .extracting(order -> order.getString("createdTime"))
                .isSorted()
                .hasSize(7);
        ids("").forEach(id -> assertThat(
                        visitor.get("order?q={\"orderId\":" + id + "}").status())
                .isEqualTo(200));
    }

    @Test
    void orders_beyondTheLastPage_areNone() {
        make("{\"count\":25}");
        assertThat(ids("page=2")).hasSize(5);
        assertThat(ids("page=3")).isEmpty();
        assertThat(ids("page=2147483647&limit=100")).isEmpty();
        assertThat(pagination("page=3")).hasToString("{\"page\":3,\"limit\":20,\"total\":25,\"totalPages\":2}");
    }

    @Test
    void orders_ofAnAccountWithItsOwn_areNobodyElses() {
        make("{\"count\":10}");
        make("{\"count\":3,\"account\":\"an-khang\"}");
        assertThat(ids("")).hasSize(3);
        long own = ids("").get(0);
        visitor.accessToken = visitor.control("POST", "apps/" + visitor.appId + "/token", "{\"account\":\"other\"}")
                .getString("accessToken");
        assertThat(ids("")).hasSize(10);
        assertThat(visitor.get("order?q={\"orderId\":" + own + "}").status()).isEqualTo(404);
    }

    @Test
    void order_movedOn_hasItsNewStatusAndTime() {
        long id = make("{\"count\":1,\"status\":\"PENDING\"}")
                .getJsonNumber("firstOrderId")
                .longValue();
        clock.advance(Duration.ofMinutes(5));
        visitor.control("PUT", "orders/" + id, "{\"status\":\"RETURNED\"}");
        JsonObject order = Visitor.first(visitor.get("order?q=" + Visitor.encode("{\"orderId\":" + id + "}")));
        assertThat(order.getString("status")).isEqualTo("RETURNED");
        assertThat(order.getString("createdTime")).isEqualTo("2024-10-01T06:57:00.000Z");
        assertThat(order.getString("lastUpdatedTime")).isEqualTo("2024-10-01T07:02:00.000Z");
        assertThat(visitor.tryControl("PUT", "orders/7", "{\"status\":\"RETURNED\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Timeout(60)
    void millionOrders_paged_areEachThereOnce() {
        make("{\"count\":1000000,\"from\":\"2023-10-01T00:00:00Z\",\"to\":\"2024-10-01T00:00:00Z\"}");
        Set<Long> seen = new HashSet<>();
        for (int page = 1; page <= 10_000; page += 100) {
            assertThat(ids("limit=100&page=" + page)).hasSize(100).allMatch(seen::add);
        }
        assertThat(ids("limit=100&page=10001")).isEmpty();
        assertThat(pagination("limit=100").getInt("total")).isEqualTo(1_000_000);
    }
}
