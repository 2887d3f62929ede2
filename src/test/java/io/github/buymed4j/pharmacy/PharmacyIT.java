package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.server.TestWar;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint on the server under test: what the facade reads is what the sandbox sends, field by field. */
@ExtendWith(ArquillianExtension.class)
class PharmacyIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SandboxApp APP = SandboxApp.named("pharmacy");
    private static final String TOKEN = APP.accessToken();
    private static final Path SECRET_FILE = secretFile();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        String config = """
                buymed/mp-rest/url=%s
                buymed.client-id=%s
                buymed.client-secret-file=%s
                buymed.access-token=%s
                """.formatted(APP.url(), APP.clientId(), SECRET_FILE, TOKEN);
        return TestWar.named("pharmacy")
                .addAsLibrary(new File(System.getProperty("project.directory", "."), "target/buymed4j.jar"))
                .addClass(PharmacyProbe.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    private static Path secretFile() {
        try {
            Path file = Files.createTempFile("client-secret", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, APP.clientSecret());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile      |                      | profile",
                "addresses    |                      | addresses",
                "categories   |                      | categories",
                "manufactures |                      | manufactures",
                "product      | 20002                | products/20002",
                "products     | Thùng                | products?search=Th%C3%B9ng",
                "search       | ho                   | search?q=ho&limit=20",
            })
    void call_eachEndpoint_readsWhatTheSandboxSends(String call, String argument, String path) {
        JsonArray sent = sent(path);

        assertThat(read(call, argument == null ? "" : argument)).isEqualTo(sent);
        assertThat(sent).isNotEmpty();
    }

    @Test
    void orderAndDetail_eachOrder_readsWhatTheSandboxSends() {
        JsonArray orders = sent("orders?customerPhone=0900000002&limit=100&sortBy=totalPrice&sortOrder=DESC");

        assertThat(read("orders", "0900000002")).isEqualTo(orders);
        for (JsonObject order : orders.getValuesAs(JsonObject.class).subList(0, 3)) {
            long id = order.getJsonNumber("orderId").longValue();
            assertThat(read("order", Long.toString(id))).isEqualTo(sent("order?q=%7B%22orderId%22%3A" + id + "%7D"));
        }
    }

    @Test
    void bySlug_slugOfAProduct_isThatProduct() {
        JsonArray product = sent("products/20001");

        assertThat(read("slug", product.getJsonObject(0).getString("slug"))).isEqualTo(product);
    }

    @Test
    void stream_prefetchingOnTheServersThreads_givesEachOrderOnce() {
        long total = body("orders?limit=1")
                .getJsonObject("pagination")
                .getJsonNumber("total")
                .longValue();

        List<Long> ids = read("stream", "").getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValue)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(Math.toIntExact(total));
    }

    /** What the facade made of it, written again, nulls left out as JSON-B does. */
    private JsonArray read(String call, String argument) {
        String query = "pharmacy?call=" + call + "&argument=" + URLEncoder.encode(argument, UTF_8);
        return array(get(URI.create(base + query)));
    }

    /** The data as the sandbox sends it. */
    private static JsonArray sent(String path) {
        return array(body(path).getJsonArray("data").toString());
    }

    private static JsonObject body(String path) {
        try (JsonReader reader = Json.createReader(new StringReader(get(
                URI.create(APP.url() + "/api/v1/pharmacy/" + path),
                "Client-ID",
                APP.clientId(),
                "Client-Secret",
                APP.clientSecret(),
                "X-Service-Region",
                "vn",
                "Authorization",
                "Bearer ".concat(TOKEN))))) {
            return reader.readObject();
        }
    }

    private static String get(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer", e);
        }
    }

    /** Both ways of writing the same: a time without its zeros, a field without its null. */
    private static JsonArray array(String json) {
        String same = json.replaceAll("\\.000Z\"", "Z\"").replaceAll("\"gifts\":null,", "");
        try (JsonReader reader = Json.createReader(new StringReader(same))) {
            return reader.readArray();
        }
    }
}
