package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.server.HealthAddress;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server's readiness says of the credentials. */
@ExtendWith(ArquillianExtension.class)
class HealthIT {

    private static final String SECRET = Canary.secret();
    private static final FaultyPlatform PLATFORM = new FaultyPlatform()
            .onJson("fine", 200, "{\"status\":\"OK\",\"data\":[{\"note\":\"x\",\"quantity\":1}]}")
            .onJson("rejected", 401, "{\"status\":\"UNAUTHORIZED\",\"errorCode\":\"INVALID_CLIENT\"}");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return ConsumerWar.of(
                "ready",
                PLATFORM.url(),
                "buymed_app_987654321",
                SECRET,
                Map.of("buymed.health.rejected-is-down", "true"));
    }

    @Test
    void ready_credentialsAcceptedThenRejected_isUpThenDown() {
        new Probe(base).call("get-fault", "fine");
        assertThat(check(ready()).getString("status")).isEqualTo("UP");
        assertThat(stateOf(ready())).isEqualTo("accepted");

        HttpResponse<String> down = firstDownWithin(Duration.ofMinutes(1));

        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(stateOf(down)).startsWith("rejected since 20");
        assertThat(down.body()).doesNotContain(SECRET);
    }

    @Test
    void ready_asked_spendsNoRequest() {
        new Probe(base).call("get-fault", "fine");
        int before = PLATFORM.arrivals().size();

        ready();

        assertThat(PLATFORM.arrivals()).hasSize(before);
    }

    /** A call that is rejected makes it wait; it is up again for each probe that is due, which the next call is. */
    private HttpResponse<String> firstDownWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        HttpResponse<String> reply;
        do {
            new Probe(base).call("get-fault", "rejected");
            reply = ready();
        } while (check(reply).getString("status").equals("UP") && System.nanoTime() < deadline);
        return reply;
    }

    private HttpResponse<String> ready() {
        return new Probe(base).get(HealthAddress.ready(base).toString());
    }

    private static String stateOf(HttpResponse<String> reply) {
        return check(reply).getJsonObject("data").getString("default application");
    }

    /** Ours; a server that is shared by many tests has others that may be down. */
    private static JsonObject check(HttpResponse<String> reply) {
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .filter(check -> check.getString("name").equals("buymed4j-credentials"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
