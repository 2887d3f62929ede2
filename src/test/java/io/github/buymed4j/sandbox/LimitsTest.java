package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private final SettableClock clock = new SettableClock();
    private final Visitor visitor = Visitor.on(clock);

    private long accepted(int calls) {
        return IntStream.range(0, calls)
                .filter(call -> visitor.get("profile").status() == 200)
                .count();
    }

    private void limit(String counting, int perMinute, int perHour) {
        visitor.control(
                "PUT",
                "limits",
                "{\"perMinute\":%d,\"perHour\":%d,\"counting\":\"%s\"}".formatted(perMinute, perHour, counting));
    }

    @Test
    void limits_notSet_areTheDocumentedOnes() {
        assertThat(visitor.control("GET", "limits", "").toString())
                .isEqualTo("{\"perMinute\":100,\"perHour\":1000,\"minuteMillis\":60000,\"hourMillis\":3600000,"
                        + "\"counting\":\"sliding\",\"perEndpoint\":false}");
        assertThat(accepted(150)).isEqualTo(100);
    }

    @Test
    void tooMany_reply_saysWhenAndTellsTheTimeTruthfully() {
        clock.advance(Duration.ofMillis(250));
        accepted(100);
        clock.advance(Duration.ofMillis(1500));
        Reply reply = visitor.get("profile");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Visitor.json(reply).getString("status")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Visitor.json(reply).getString("errorCode")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(Visitor.header(reply, "Date")).isEqualTo("Tue, 01 Oct 2024 06:57:01 GMT");
        assertThat(Visitor.header(reply, "Retry-After")).isEqualTo("Tue, 01 Oct 2024 06:58:01 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sliding", "fixed", "bucket"})
    void caller_whoComesBackAtRetryAfter_isLetIn(String counting) {
        limit(counting, 3, 0);
        assertThat(accepted(4)).isEqualTo(3);
        Reply reply = visitor.get("profile");
        String retryAfter = Visitor.header(reply, "Retry-After");
        while (!Visitor.header(reply, "Date").equals(retryAfter)) {
            clock.advance(Duration.ofSeconds(1));
            reply = visitor.get("profile");
        }
        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sliding", "fixed", "bucket"})
    void wholeLimit_oneWindowAfterTheLastReply_isFreeAgain(String counting) {
        limit(counting, 10, 0);
        assertThat(accepted(12)).isEqualTo(10);
        clock.advance(Duration.ofMinutes(1));
        assertThat(accepted(12)).isEqualTo(10);
    }

    @Test
    void sliding_halfBeforeAndHalfAfter_neverExceedsTheLimitInAnyWindow() {
        limit("sliding", 10, 0);
        clock.advance(Duration.ofSeconds(50));
        assertThat(accepted(6)).isEqualTo(6);
        clock.advance(Duration.ofSeconds(20));
        assertThat(accepted(6)).isEqualTo(4);
        clock.advance(Duration.ofMillis(39_999));
        assertThat(accepted(1)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(accepted(10)).isEqualTo(6);
    }

    @Test
    void sliding_manyRequests_areAllCounted() {
        limit("sliding", 1000, 0);
        assertThat(accepted(500)).isEqualTo(500);
        clock.advance(Duration.ofSeconds(30));
        assertThat(accepted(600)).isEqualTo(500);
        clock.advance(Duration.ofSeconds(30));
        assertThat(accepted(600)).isEqualTo(500);
    }

    @Test
    void fixed_atTheBorder_beginsAnew() {
        limit("fixed", 10, 0);
        clock.advance(Duration.ofSeconds(59));
        assertThat(accepted(12)).isEqualTo(10);
        clock.advance(Duration.ofSeconds(1));
        assertThat(accepted(12)).isEqualTo(10);
    }

    @Test
    void bucket_whileTimePasses_refillsEvenly() {
        limit("bucket", 10, 0);
        assertThat(accepted(12)).isEqualTo(10);
        clock.advance(Duration.ofMillis(5999));
        assertThat(accepted(1)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(accepted(2)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(accepted(12)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sliding", "fixed", "bucket"})
    void account_overItsHour_isRefusedFromEveryAddress(String counting) {
        limit(counting, 0, 5);
        assertThat(accepted(5)).isEqualTo(5);
        visitor.address = "192.0.2.2";
        assertThat(accepted(1)).isZero();
        visitor.accessToken = visitor.control("POST", "apps/" + visitor.appId + "/token", "{\"account\":\"other\"}")
                .getString("accessToken");
        assertThat(accepted(6)).isEqualTo(5);
    }

    @Test
    void addresses_areCountedOneByOne() {
        limit("sliding", 5, 0);
        assertThat(accepted(6)).isEqualTo(5);
        visitor.address = "192.0.2.2";
        assertThat(accepted(6)).isEqualTo(5);
    }

    @Test
    void address_isCountedOverAllPaths() {
        limit("sliding", 5, 0);
        assertThat(accepted(3)).isEqualTo(3);
        assertThat(IntStream.range(0, 4)
                        .map(call -> visitor.post("{}").status())
                        .boxed()
                        .toList())
                .containsExactly(200, 200, 429, 429);
    }

    @Test
    void rejectedCredentials_countTowardsNothing() {
        limit("sliding", 5, 5);
        String secret = visitor.clientSecret;
        visitor.clientSecret = "wrong";
        assertThat(accepted(50)).isZero();
        visitor.clientSecret = secret;
        assertThat(accepted(6)).isEqualTo(5);
    }

    @Test
    void rejectedToken_countsForTheAddressOnly() {
        limit("sliding", 5, 5);
        visitor.get(visitor.headersWith("Authorization", "Bearer wrong"));
        assertThat(accepted(6)).isEqualTo(4);
        visitor.address = "192.0.2.2";
        assertThat(accepted(6)).isEqualTo(1);
    }

    @Test
    void windows_shortened_areKept() {
        visitor.control("PUT", "limits", "{\"perMinute\":2,\"minuteMillis\":1000,\"perHour\":3,\"hourMillis\":10000}");
        assertThat(accepted(3)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(accepted(3)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(9));
        assertThat(accepted(3)).isEqualTo(2);
    }

    /** Row F40. */
    @Test
    void limits_perEndpoint_areCountedForEach() {
        visitor.control("PUT", "limits", "{\"perMinute\":5,\"perHour\":4,\"perEndpoint\":true}");

        assertThat(accepted(6)).isEqualTo(4);
        assertThat(visitor.get("products/1").status()).isNotEqualTo(429);
        assertThat(IntStream.range(0, 9)
                        .filter(id -> visitor.get("products/" + id).status() != 429)
                        .count())
                .as("one endpoint, whatever the product")
                .isEqualTo(3);
        assertThat(visitor.get("orders").status()).isEqualTo(200);
        assertThat(accepted(1)).isZero();
    }

    @Test
    void limits_eachUnlimitedByItself_leaveTheOther() {
        visitor.control("PUT", "limits", "{\"perMinute\":\"unlimited\",\"perHour\":7}");
        assertThat(accepted(10)).isEqualTo(7);
        visitor.control("PUT", "limits", "{\"perMinute\":6,\"perHour\":\"unlimited\"}");
        assertThat(accepted(10)).isEqualTo(6);
        visitor.control("PUT", "limits", "{\"perMinute\":\"unlimited\",\"perHour\":\"unlimited\"}");
        assertThat(accepted(1500)).isEqualTo(1500);
    }

    @Test
    void limits_setAgain_forgetWhatWasCounted() {
        limit("sliding", 5, 0);
        accepted(6);
        limit("sliding", 5, 0);
        assertThat(accepted(6)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"counting\":\"leaky\"}",
                "{\"perMinute\":-1}",
                "{\"perMinute\":\"5\"}",
                "{\"minuteMillis\":0}",
                "{\"perHour\":\"none\"}",
                "{\"perEndpoint\":1}"
            })
    void limits_thatMakeNoSense_areRefused(String limits) {
        assertThat(visitor.tryControl("PUT", "limits", limits).status()).isEqualTo(400);
        assertThat(accepted(101)).isEqualTo(100);
    }

    @Test
    void clock_shifted_movesDateAndRetryAfterTogether() {
        visitor.control("PUT", "clock", "{\"offsetMillis\":90000}");
        limit("sliding", 1, 0);
        accepted(1);
        Reply reply = visitor.get("profile");
        assertThat(Visitor.header(reply, "Date")).isEqualTo("Tue, 01 Oct 2024 06:58:30 GMT");
        assertThat(Visitor.header(reply, "Retry-After")).isEqualTo("Tue, 01 Oct 2024 06:59:30 GMT");
    }
}
