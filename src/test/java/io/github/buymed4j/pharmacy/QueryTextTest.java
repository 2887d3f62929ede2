package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QueryTextTest {

    @Property
    void filter_anyText_sendsIt(@ForAll String text) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        URI sent = sent("http://127.0.0.1:8080/api?page=1&q=" + QueryText.valueOf(text) + "&limit=100");

        assertThat(sent.getRawQuery()).startsWith("page=1&q=").endsWith("&limit=100");
        String value = sent.getRawQuery()
                .substring("page=1&q=".length(), sent.getRawQuery().length() - "&limit=100".length());
        assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isEqualTo(wellFormed);
    }

    /** What neither Jersey nor RESTEasy changes in a query parameter. */
    @Property
    void toString_anyText_isOfCharactersThatNoClientTouches(@ForAll String text) {
        assertThat(QueryText.valueOf(text).toString()).matches("[A-Za-z0-9._-]*");
    }

    @Example
    void filter_order_isTheDocumentedJson() {
        URI sent =
                sent("http://127.0.0.1:8080/sandbox/api/v1/pharmacy/order?q=" + QueryText.valueOf("{\"orderId\":17}"));

        assertThat(sent).hasToString("http://127.0.0.1:8080/sandbox/api/v1/pharmacy/order?q=%7B%22orderId%22%3A17%7D");
    }

    @Example
    void filter_pathWithUnderscore_keepsIt() {
        assertThat(sent("http://127.0.0.1/a_41b?page=1")).hasToString("http://127.0.0.1/a_41b?page=1");
        assertThat(sent("http://127.0.0.1/a_41b?q=_41")).hasToString("http://127.0.0.1/a_41b?q=%41");
        assertThat(sent("http://127.0.0.1/a_41b")).hasToString("http://127.0.0.1/a_41b");
    }

    private static URI sent(String address) {
        URI[] uri = {URI.create(address)};
        ClientRequestContext request = (ClientRequestContext) Proxy.newProxyInstance(
                QueryTextTest.class.getClassLoader(),
                new Class<?>[] {ClientRequestContext.class},
                (proxy, method, arguments) -> {
                    uri[0] = method.getName().equals("setUri") ? (URI) arguments[0] : uri[0];
                    return uri[0];
                });
        new QueryTexts().filter(request);
        return uri[0];
    }
}
