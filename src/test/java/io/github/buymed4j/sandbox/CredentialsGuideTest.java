package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.sandbox.http.HeaderField;
import io.github.buymed4j.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the vendor's API Credentials Guide, to the letter (row F43). */
class CredentialsGuideTest {
    private final Visitor visitor = Visitor.onAnyDay();
    private final List<HeaderField> headers = new ArrayList<>(List.of(
            new HeaderField("Client-ID", visitor.clientId),
            new HeaderField("Client-Secret", visitor.clientSecret),
            new HeaderField("Content-Type", "application/json")));

    private Reply send(String method, String path) {
        return visitor.send(method, path, "", headers, "{\"quantity\":2}");
    }

    @Test
    void example_asItStands_isAnswered() {
        Reply reply = send("POST", "/v1/endpoint");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Visitor.first(reply)).hasToString("{\"quantity\":2}");
    }

    @Test
    void example_withAnotherRegion_isRefused() {
        headers.add(new HeaderField("X-Service-Region", "xx"));

        assertThat(send("POST", "/v1/endpoint").status()).isEqualTo(400);
    }

    @Test
    void pharmacy_withoutRegion_isRefused() {
        headers.add(new HeaderField("Authorization", "Bearer " + visitor.accessToken));

        assertThat(Visitor.json(send("GET", "/api/v1/pharmacy/profile")).getString("errorCode"))
                .isEqualTo("INVALID_REGION");
    }
}
