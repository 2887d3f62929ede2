package io.github.buymed4j.pharmacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.buymed4j.Canary;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text in a query arrives as: Jersey would take braces for a template, RESTEasy encode what is encoded. */
@ExtendWith(ArquillianExtension.class)
class QueryTextIT {

    private static final byte[] NOTHING = "{\"status\":\"OK\",\"data\":[]}".getBytes(UTF_8);
    private static final BlockingQueue<String> QUERIES = new LinkedBlockingQueue<>();
    private static final HttpServer PLATFORM = platform();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        String config = """
                buymed/mp-rest/url=http://127.0.0.1:%d
                buymed.client-id=buymed_app_987654321
                buymed.client-secret-file=%s
                """.formatted(PLATFORM.getAddress().getPort(), SecretFile.holding(Canary.secret()));
        return TestWar.named("query-text")
                .addAsLibraries(TestWar.productLibraries())
                .addClass(PharmacyProbe.class)
                .addAsResource(new StringAsset(config), "META-INF/microprofile-config.properties");
    }

    private static HttpServer platform() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", QueryTextIT::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        QUERIES.add(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, NOTHING.length);
        exchange.getResponseBody().write(NOTHING);
        exchange.close();
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{x}",
                "{",
                "}",
                "{\"a\":1}",
                "%41",
                "%zz",
                "100%",
                "a+b",
                "+84 90",
                "a&limit=1",
                "a=b?c#d",
                "\"'\\",
                "Đường ý",
                "_41",
                "*~",
                "💊"
            })
    void query_anyText_arrivesAsItIs(String text) throws Exception {
        assertThat(arriving("search", text)).isEqualTo(Map.of("page", "1", "limit", "20", "q", text));
        assertThat(arriving("products", text)).isEqualTo(Map.of("page", "1", "limit", "20", "search", text));
        assertThat(arriving("orders", text))
                .containsEntry("customerPhone", text)
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9223372036854775807"})
    void order_anyId_arrivesAsJson(String id) throws Exception {
        assertThat(arriving("order", id)).isEqualTo(Map.of("q", "{\"orderId\":" + id + "}"));
    }

    private Map<String, String> arriving(String call, String argument) throws Exception {
        String query = "pharmacy?call=" + call + "&argument=" + PharmacyIT.twiceEncoded(argument);
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base + query)).build(), BodyHandlers.discarding());
        return Arrays.stream(QUERIES.remove().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
