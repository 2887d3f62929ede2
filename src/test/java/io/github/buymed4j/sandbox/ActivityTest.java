package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Activity: what arrived for one application. */
class ActivityTest {
    private final PortalUsers users = new PortalUsers();
    private final Visitor visitor = users.visitor;
    private final String activity = users.settings + "/activity";

    private String page(String query) {
        return users.developer.open(activity + query).body();
    }

    @Test
    void activity_showsTheLastRequestsOfThisApplicationOnly() {
        visitor.get("profile");
        visitor.send("GET", "/api/v1/pharmacy/<b>", "", visitor.headers(), "");
        visitor.send("GET", "/api/v1/pharmacy/elsewhere", "", visitor.headersWith("Client-ID", "x"), "");
        assertThat(page(""))
                .contains("GET /api/v1/pharmacy/profile", "an-khang", "&lt;b&gt;", "NOT_FOUND", "192.0.2.1")
                .doesNotContain("elsewhere", "<b>");
    }

    @Test
    void filter_showsRefusedOnesOnly() {
        visitor.get("profile");
        visitor.get("nothing");

        assertThat(page("?show=refused")).contains("pharmacy/nothing").doesNotContain("pharmacy/profile");
    }

    @Test
    void deadSecret_usedAfterItWasRegenerated_standsOut() {
        assertThat(page("")).doesNotContain("dead-secret");
        visitor.control("POST", "apps/" + visitor.appId + "/secret", "");
        visitor.address = "198.51.100.7";
        assertThat(visitor.get("profile").status()).isEqualTo(401);

        assertThat(page("")).contains("id=\"dead-secret\"", "from 198.51.100.7", "<strong>dead secret</strong>");
    }

    @Test
    void wrongSecret_isRefusedButNotDead() {
        visitor.clientSecret = "wrong";
        visitor.get("profile");

        assertThat(page("")).contains("INVALID_CLIENT").doesNotContain("dead secret");
    }

    @Test
    void chart_countsTheLastHourAgainstTheLimits() {
        visitor.get("profile");
        users.clock.advance(Duration.ofMinutes(61));
        visitor.get("profile");
        visitor.get("profile");
        visitor.get("nothing");

        assertThat(page(""))
                .contains("3 requests in the last hour, 1 of them refused.", "<svg", "class=\"limit\"")
                .contains("Limits: 100 a minute", "1000 an hour");
    }

    @Test
    void chart_withoutLimits_hasNoLine() {
        visitor.control("PUT", "limits", "{\"perMinute\":0,\"perHour\":0}");

        assertThat(page("")).contains("Limits: ∞ a minute").doesNotContain("class=\"limit\"");
    }
}
