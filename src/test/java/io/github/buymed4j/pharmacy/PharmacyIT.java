package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.it.SandboxApp;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint on the server under test: what the facade reads is what the sandbox sends, field by field. */
@ExtendWith(ArquillianExtension.class)
class PharmacyIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SandboxApp APP = SandboxApp.named("pharmacy");
    private static final String TOKEN = APP.accessToken();
    private static final Path SECRET_FILE = SecretFile.holding(APP.clientSecret());

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
                .addAsLibraries(TestWar.productLibraries())
                .addClass(PharmacyProbe.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    /** In ASCII also where the server has decoded it: not each takes a parameter of an address for UTF-8. */
    static String twiceEncoded(String argument) {
        return URLEncoder.encode(URLEncoder.encode(argument, UTF_8), UTF_8);
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

    /** Row F38. */
    @Test
    void profile_firstUseOnTheCommonPool_readsWhatTheSandboxSends() {
        assertThat(read("first-use", "")).isEqualTo(sent("profile"));
    }

    /** The server makes the client before our code runs. Payara makes one without our providers, the others make none. */
    @Test
    void ownInterface_firstUseOnTheCommonPool_isRefused() {
        assertThat(read("first-use-of-own", "").toString())
                .containsAnyOf(
                        "RequestRefusedException: The request was not sent: its interface is not a @BuymedCall, or",
                        "ClassNotFoundException: org.jboss.resteasy.client.jaxrs.internal.proxy.ProxyBuilderImpl");
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

    static Stream<Arguments> call_everyDocumentedField_isRead() {
        return Stream.of(
                arguments("profile", "", "profile", Documented.PROFILE),
                arguments("orders", "0900000001", "orders", Documented.ORDER),
                arguments("order", "1", "order", Documented.ORDER_DETAIL),
                arguments("products", "x", "products", Documented.PRODUCT),
                arguments("product", "20001", "products/20001", Documented.PRODUCT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void call_everyDocumentedField_isRead(String call, String argument, String path, String documented) {
        answering(path, documented);

        // what is null is read as missing, and written so
        String present = documented.replaceAll("\"\\w+\":\\s*null,\\s*", "");
        assertThat(read(call, argument)).isEqualTo(array("[" + present + "]"));
    }

    @Test
    void call_fieldsMissingNullAndUnknown_readsTheOthers() {
        answering(
                "orders", "{\"orderId\":7,\"tags\":null,\"invoice\":null,\"status\":\"NEW_ONE\",\"more\":{\"a\":[1]}}");

        assertThat(read("orders", "0900000001"))
                .isEqualTo(array("[{\"orderId\":7,\"status\":\"NEW_ONE\",\"tags\":[]}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order   | {\"invoice\":{\"taxCode\":{}}}                    | data[0].invoice.taxCode is an object",
                "order   | {\"orderItems\":[{},{\"lotDates\":[{\"lot\":[]}]}]} | data[0].orderItems[1].lotDates[0].lot is a list",
                "order   | {\"orderId\":12345678901234567890}                | data[0].orderId is a number",
                "order   | {\"createdTime\":\"yesterday\"}                   | data[0].createdTime is a string",
                "product | {\"isCombo\":1}                                   | data[0].isCombo is a number",
                "profile | []                                                | data[0] is a list",
            })
    void call_fieldOfTheWrongType_saysWhere(String call, String json, String where) {
        answering(call.equals("product") ? "products/1" : call, json);

        HttpResponse<String> reply = send(probe(call, "1"));

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).startsWith("UnreadableReplyException").contains(where);
    }

    @Test
    void call_hugeAndBrokenAmounts_areExact() {
        String order = "{\"orderId\":9223372036854775807,\"tags\":[],\"totalDiscount\":0.1,"
                + "\"totalPrice\":123456789012345678901234567890.125}";
        answering("orders", order);

        assertThat(read("orders", "0900000001")).isEqualTo(array("[" + order + "]"));
    }

    @Test
    void call_pageOfFiveMegabytes_isRead() {
        String name = "Nhà thuốc Đường Nguyễn Thị Minh Khai ₫ ".repeat(1_000);
        String orders = IntStream.range(0, 100)
                .mapToObj(id -> "{\"orderId\":" + id + ",\"customerName\":\"" + name + "\",\"tags\":[]}")
                .collect(Collectors.joining(","));
        assertThat(orders.getBytes(UTF_8)).hasSizeGreaterThan(5_000_000);
        answering("orders", orders);

        assertThat(read("orders", "0900000001")).isEqualTo(array("[" + orders + "]"));
    }

    @AfterEach
    void withoutFaults() {
        APP.withoutFaults();
    }

    private static void answering(String path, String data) {
        APP.answering("/api/v1/pharmacy/" + path, "{\"status\":\"OK\",\"message\":\"\",\"data\":[" + data + "]}");
    }

    /** What the facade made of it, written again, nulls left out as JSON-B does. */
    private JsonArray read(String call, String argument) {
        return array(get(probe(call, argument)));
    }

    private URI probe(String call, String argument) {
        return URI.create(base + "pharmacy?call=" + call + "&argument=" + twiceEncoded(argument));
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
        HttpResponse<String> response = send(address, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> send(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
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
