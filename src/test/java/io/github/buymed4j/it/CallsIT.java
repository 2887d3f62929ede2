package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.server.SecretFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's enterprise bean, with the facade and an interface of its own, calls the sandbox. */
@ExtendWith(ArquillianExtension.class)
class CallsIT {

    private static final SandboxApp APP = SandboxApp.named("calls");
    private static final Path SECRET_FILE = SecretFile.holding(APP.clientSecret());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return ConsumerWar.configured(
                "calls",
                Map.of(
                        "buymed/mp-rest/url", APP.url().toString(),
                        "buymed.client-id", APP.clientId(),
                        "buymed.client-secret-file", SECRET_FILE.toString(),
                        "buymed.credentials.rotation-wait", "PT0S",
                        "buymed.access-token", APP.accessToken()));
    }

    @ParameterizedTest
    @CsvSource({
        "profile, ''",
        "orders, 20 orders",
        "products, 20 products",
        "post, Thuốc hạ sốt",
        "post-later, Thuốc hạ sốt",
        "post-json, OK",
        "post-on-executor, Thuốc hạ sốt"
    })
    void call_throughAnEnterpriseBean_bringsItsReply(String call, String text) {
        var outcome = new Probe(base).call(call);

        assertThat(outcome.trace()).isEmpty();
        assertThat(outcome.value()).isNotEmpty().contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "orders", "post", "post-later", "post-json", "post-on-executor"})
    void request_ofEachKind_carriesEachHeaderOnce(String call) {
        int before = APP.now();

        new Probe(base).call(call);

        List<JsonObject> requests = APP.requestsSince(before);
        assertThat(requests).hasSize(1);
        assertThat(headers(requests.get(0)))
                .containsOnlyOnce("client-id", "client-secret", "x-service-region", "authorization", "content-type");
    }

    @Test
    void request_madeWhileAnsweringAnother_copiesNothingInbound() {
        int before = APP.now();

        var reply = new Probe(base)
                .get(
                        "rest/relay",
                        "X-Inbound",
                        "1",
                        "Cookie",
                        "a=b",
                        "Authorization",
                        "Basic eDp5",
                        "Client-ID",
                        "forged");

        assertThat(reply.body()).isEqualTo("OK");
        List<JsonObject> requests = APP.requestsSince(before);
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).getString("outcome")).isEqualTo("OK");
        assertThat(headers(requests.get(0)))
                .containsOnlyOnce("client-id", "client-secret", "authorization")
                .doesNotContain("x-inbound", "cookie");
    }

    @Test
    void regeneratedSecret_isPickedUpFromItsFile() throws IOException {
        String regenerated = APP.regeneratedSecret();
        var rejected = new Probe(base).call("post");
        Files.writeString(SECRET_FILE, regenerated + "\n");

        var accepted = firstAcceptedWithin(Duration.ofSeconds(2));

        assertThat(rejected.exception()).isEqualTo("CredentialsRejectedException");
        assertThat(rejected.message()).contains("buymed.client-secret-file");
        assertThat(accepted.trace()).isEmpty();
        assertThat(accepted.value()).contains("Thuốc hạ sốt");
    }

    private Probe.Outcome firstAcceptedWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Probe.Outcome outcome = new Probe(base).call("post");
        while (!outcome.exception().isEmpty() && System.nanoTime() < deadline) {
            outcome = new Probe(base).call("post");
        }
        return outcome;
    }

    private static List<String> headers(JsonObject request) {
        return request.getJsonArray("headers").getValuesAs(JsonString.class).stream()
                .map(name -> name.getString().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toList());
    }
}
