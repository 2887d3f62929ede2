package io.github.buymed4j.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.faults.Fault;
import io.github.buymed4j.sandbox.http.HttpDate;
import io.github.buymed4j.sandbox.kit.BuymedSandbox;
import io.github.buymed4j.sandbox.kit.LocalSandbox;
import io.github.buymed4j.sandbox.requests.Arrival;
import io.github.buymed4j.sandbox.tokens.IssuedTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BuymedSandboxTest {
    @RegisterExtension
    static final BuymedSandbox sandbox = BuymedSandbox.create();

    private static ApiClient client() {
        return new ApiClient(sandbox.config());
    }

    @Test
    void config_pointsAnApplicationAtIt() throws Exception {
        assertThat(client().status("profile")).isEqualTo(200);
        assertThat(client().status("orders")).isEqualTo(200);
        assertThat(client().status("products")).isEqualTo(200);
    }

    @Test
    void config_printed_holdsNoSecret() {
        Map<String, String> config = sandbox.config();
        assertThat(config.toString())
                .contains("buymed.client-secret")
                .doesNotContain(config.get("buymed.client-secret"))
                .doesNotContain(config.get("buymed.access-token"));
    }

    @Test
    void regenerateSecret_invalidatesTheOldOneAtOnce() throws Exception {
        ApiClient old = client();
        String secret = sandbox.regenerateSecret();
        assertThat(old.status("profile")).isEqualTo(401);
        assertThat(sandbox.config()).containsEntry("buymed.client-secret", secret);
        assertThat(client().status("profile")).isEqualTo(200);
    }

    @Test
    void withdraw_refusesFromTheNextCallOn() throws Exception {
        sandbox.withdraw(Scopes.ORDERS);
        assertThat(client().status("orders")).isEqualTo(403);
        assertThat(client().status("profile")).isEqualTo(200);
        sandbox.approve(Scopes.ORDERS);
        assertThat(client().status("orders")).isEqualTo(200);
    }

    @Test
    void connect_givesTokensOfThatPharmacy() throws Exception {
        IssuedTokens tokens = sandbox.connect("7");
        HttpResponse<String> profile = client().withToken(tokens.accessToken()).get("profile");
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body()).isNotEqualTo(client().get("profile").body());
        assertThat(sandbox.requests()).extracting(Arrival::account).containsExactly("7", "demo");
    }

    @Test
    void orders_areExactlySoMany() throws Exception {
        long first = sandbox.orders(250);
        assertThat(client().get("orders").body()).contains("\"total\":250,");
        assertThat(client().status("order?q=%7B%22orderId%22%3A" + first + "%7D"))
                .isEqualTo(200);
        assertThat(client().status("order?q=%7B%22orderId%22%3A" + (first + 250) + "%7D"))
                .isEqualTo(404);
    }

    @Test
    void limits_refuseWhatIsAboveThem() throws Exception {
        sandbox.limits(2, 0);
        assertThat(client().status("profile")).isEqualTo(200);
        assertThat(client().status("profile")).isEqualTo(200);
        assertThat(client().status("profile")).isEqualTo(429);
    }

    @Test
    void clock_advanced_refillsTheLimit() throws Exception {
        sandbox.limits(1, 0);
        client().get("profile");
        sandbox.clock().advance(Duration.ofSeconds(61));
        assertThat(client().status("profile")).isEqualTo(200);
    }

    @Test
    void clock_advanced_leavesRetryAfterTruthful() throws Exception {
        sandbox.clock().advance(Duration.ofHours(5));
        sandbox.limits(1, 0);
        client().get("profile");
        HttpResponse<String> refused = client().get("profile");
        Instant date = HttpDate.read(refused.headers().firstValue("Date").orElseThrow())
                .orElseThrow();
        Instant until = HttpDate.read(
                        refused.headers().firstValue("Retry-After").orElseThrow())
                .orElseThrow();
        assertThat(Duration.between(date, until)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(62));
    }

    @Test
    void clock_advanced_expiresTokens() throws Exception {
        ApiClient pharmacy = client().withToken(sandbox.connect("7").accessToken());
        sandbox.clock().advance(Duration.ofDays(5));
        assertThat(pharmacy.status("profile")).isEqualTo(401);
    }

    @Test
    void faults_replyInPlaceOfThePlatform() throws Exception {
        sandbox.faults(
                Fault.status(503).times(2).header("Retry-After", "1").on("GET", "/api/v1/pharmacy/orders"),
                Fault.status(500).body("{}").afterProcessing().on("GET", "/api/v1/pharmacy/products*"));
        assertThat(client().get("orders").headers().firstValue("Retry-After")).contains("1");
        assertThat(client().status("orders")).isEqualTo(503);
        assertThat(client().status("orders")).isEqualTo(200);
        assertThat(client().get("products?limit=1").body()).isEqualTo("{}");
        sandbox.faults();
        assertThat(client().status("products")).isEqualTo(200);
        assertThat(sandbox.requests()).extracting(Arrival::outcome).containsExactly("FAULT", "FAULT", "OK", "OK", "OK");
    }

    @Test
    void requests_holdNoSecret() throws Exception {
        client().get("profile?q=" + sandbox.config().get("buymed.client-secret"));
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(sandbox.requests().toString())
                .contains("/api/v1/pharmacy/profile")
                .doesNotContain(sandbox.config().get("buymed.client-secret"))
                .doesNotContain(sandbox.config().get("buymed.access-token"));
    }

    @RepeatedTest(2)
    void test_findsAllAsAtTheStart() throws Exception {
        assertThat(sandbox.requests()).isEmpty();
        assertThat(client().status("orders")).isEqualTo(200);
        assertThat(client().get("orders").body()).contains("\"total\":200,");
        sandbox.orders(3);
        sandbox.limits(1, 1);
        sandbox.faults(Fault.status(500));
        sandbox.clock().advance(Duration.ofDays(400));
        sandbox.withdraw(Scopes.ORDERS);
        sandbox.regenerateSecret();
    }

    @Test
    void secret_afterReset_isTheFirstOne() {
        Map<String, String> before = sandbox.config();
        sandbox.regenerateSecret();
        sandbox.reset();
        assertThat(sandbox.config()).isEqualTo(before);
    }

    @Nested
    class Inner {
        @Test
        void nestedTest_usesTheSameSandbox() throws Exception {
            assertThat(client().status("profile")).isEqualTo(200);
        }
    }

    @Test
    void closed_saysSo() {
        LocalSandbox closed = LocalSandbox.start();
        closed.close();
        assertThatIllegalStateException().isThrownBy(closed::config).withMessage("The sandbox is closed");
    }
}
