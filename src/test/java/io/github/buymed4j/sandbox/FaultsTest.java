package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private final Visitor visitor = Visitor.onAnyDay();

    private void fault(String json) {
        visitor.control("PUT", "faults", "[" + json + "]");
    }

    @Test
    void fault_withTimes_happensSoOften() {
        fault("{\"method\":\"GET\",\"path\":\"/api/v1/pharmacy/profile\",\"times\":2,\"status\":503,\"body\":\"bận\"}");
        Reply reply = visitor.get("profile");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).isEqualTo("bận");
        assertThat(visitor.get("profile").status()).isEqualTo(503);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void fault_withoutTimes_happensUntilDeleted() {
        fault("{\"status\":500}");
        for (int call = 0; call < 10; call++) {
            assertThat(visitor.get("profile").status()).isEqualTo(500);
        }
        visitor.control("DELETE", "faults", "");
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/pharmacy/profile, 200",
        "GET, /api/v1/pharmacy/orders, 200",
        "GET, /api/v1/pharmacy/*, 500",
        "get, /api/v1/pharmacy/profile, 500",
        "'', *, 500"
    })
    void fault_happensOnlyWhereItMatches(String method, String path, int expected) {
        fault("{\"method\":\"%s\",\"path\":\"%s\",\"status\":500}".formatted(method, path));
        assertThat(visitor.get("profile").status()).isEqualTo(expected);
    }

    @Test
    void fault_withStatus_isRepliedWithoutProcessing() {
        visitor.control("PUT", "limits", "{\"perMinute\":1,\"perHour\":1}");
        fault("{\"times\":5,\"status\":500}");
        for (int call = 0; call < 5; call++) {
            assertThat(visitor.get("profile").status()).isEqualTo(500);
        }
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void fault_after_isRepliedOnceProcessed() {
        visitor.control("PUT", "limits", "{\"perMinute\":1,\"perHour\":1}");
        fault("{\"times\":1,\"status\":500,\"after\":true}");
        assertThat(visitor.get("profile").status()).isEqualTo(500);
        assertThat(visitor.get("profile").status()).isEqualTo(429);
        assertThat(visitor.control("GET", "requests", "")
                        .getJsonArray("requests")
                        .getJsonObject(0)
                        .toString())
                .contains("\"status\":500", "\"outcome\":\"OK\"", "\"app\":\"" + visitor.appId);
    }

    @Test
    void fault_withHeaders_sendsThemInPlaceOfItsOwn() {
        fault("{\"status\":302,\"headers\":{\"Location\":\"http://elsewhere.example/\",\"Content-Type\":\"text/html\","
                + "\"Date\":\"Tue, 01 Oct 2024 06:00:00 GMT\"}}");
        Reply reply = visitor.get("profile");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(Visitor.header(reply, "Location")).isEqualTo("http://elsewhere.example/");
        assertThat(Visitor.header(reply, "Content-Type")).isEqualTo("text/html");
        assertThat(Visitor.header(reply, "Date")).isEqualTo("Tue, 01 Oct 2024 06:00:00 GMT");
    }

    @Test
    void fault_withJsonBody_sendsItAsText() {
        fault("{\"status\":200,\"body\":{\"status\":\"ERROR\",\"message\":\"Lỗi\"}}");
        assertThat(visitor.get("profile").body()).isEqualTo("{\"status\":\"ERROR\",\"message\":\"Lỗi\"}");
    }

    @Test
    void fault_withDelayOnly_delaysTheRealReply() {
        fault("{\"delayMs\":20}");
        Reply reply = visitor.get("profile");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.delay()).isEqualTo(Duration.ofMillis(20));
        assertThat(Visitor.first(reply)).containsKey("customerID");
    }

    @Test
    void faults_several_happenInTheirOrder() {
        fault("{\"times\":1,\"status\":401},{\"times\":1,\"status\":429},{\"times\":1,\"status\":503}");
        assertThat(visitor.get("profile").status()).isEqualTo(401);
        assertThat(visitor.get("profile").status()).isEqualTo(429);
        assertThat(visitor.get("profile").status()).isEqualTo(503);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }

    @Test
    void fault_forEverything_leavesControlAlone() {
        fault("{\"status\":500}");
        assertThat(visitor.tryControl("GET", "limits", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{\"status\":99}",
                "{\"status\":\"x\"}",
                "{\"times\":-1}",
                "{\"after\":1}",
                "{\"headers\":[]}"
            })
    void faults_thatMakeNoSense_areRefused(String fault) {
        assertThat(visitor.tryControl("PUT", "faults", "[" + fault + "]").status())
                .isEqualTo(400);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
    }
}
