package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.Reply;
import org.junit.jupiter.api.Test;

/** Try it: the portal sends a request of the application. */
class TryItTest {
    private final PortalUsers users = new PortalUsers();
    private final String tryIt = users.settings + "/try";

    @Test
    void send_profileOfAConnectedPharmacy_showsRequestAndReply_withoutASecret() {
        users.developer.open(tryIt);
        Reply page = users.developer.post("endpoint", "GET /api/v1/pharmacy/profile", "account", "an-khang");

        assertThat(page.body())
                .contains(
                        "Client-ID: " + users.visitor.clientId,
                        "Client-Secret: ••••••••",
                        "Authorization: Bearer ••••••••",
                        "200",
                        "customerID")
                .doesNotContain(users.visitor.clientSecret, users.visitor.accessToken);
        assertThat(PortalUsers.hasSecret(page)).isFalse();
        assertThat(users.developer.open(users.settings + "/activity").body())
                .contains("GET /api/v1/pharmacy/profile", "an-khang");
    }

    @Test
    void send_withoutAPharmacy_isRefusedAsAnyCallWithoutAToken() {
        users.developer.open(tryIt);

        assertThat(users.developer
                        .post("endpoint", "GET /api/v1/pharmacy/orders?limit=2")
                        .body())
                .contains("401", "INVALID_TOKEN");
    }

    @Test
    void send_example_isEchoed() {
        users.developer.open(tryIt);

        assertThat(users.developer.post("endpoint", "POST /v1/endpoint").body()).contains("200", "Thành công");
    }

    @Test
    void send_anotherPath_isNotSent() {
        users.developer.open(tryIt);

        assertThat(users.developer.post("endpoint", "GET /control/requests").body())
                .doesNotContain("id=\"reply\"");
    }

    @Test
    void tryIt_isForTheOwner() {
        assertThat(users.administrator.open(tryIt).status()).isEqualTo(404);
    }
}
