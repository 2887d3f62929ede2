package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySealTest {

    private final Map<String, Object> properties = new HashMap<>();
    private URI address = URI.create("https://host/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/a",
                "https://host/a?",
                "https://host/a?b",
                "https://host/a?page=1&customerPhone=0901234567&limit=2",
                "https://host/a?q=%7B%22orderId%22%3A17%7D",
                "https://host/a?x=1&x=2&y=&=z&&x=$1%5C",
                "https://host/a?q=a%20b+c",
            })
    void opened_sealedAddress_isTheOneBefore(String before) {
        address = URI.create(before);

        new QuerySeal().filter(context());

        assertThat(QuerySeal.opened(context())).isEqualTo(URI.create(before));
    }

    @Test
    void filter_personalValues_areNotSeen() {
        address = URI.create("https://host/a?page=1&customerPhone=0901234567&limit=2");

        new QuerySeal().filter(context());

        assertThat(address.toString())
                .startsWith("https://host/a?page=1&customerPhone=sealed-")
                .endsWith("&limit=2")
                .doesNotContain("0901234567");
    }

    @Test
    void opened_addressChangedByAnotherFilter_hasItsChange() {
        address = URI.create("https://host/a?q=0901234567");
        new QuerySeal().filter(context());
        address = URI.create(address + "&more=1");

        assertThat(QuerySeal.opened(context())).isEqualTo(URI.create("https://host/a?q=0901234567&more=1"));
    }

    private ClientRequestContext context() {
        return (ClientRequestContext) Proxy.newProxyInstance(
                QuerySealTest.class.getClassLoader(),
                new Class<?>[] {ClientRequestContext.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private @Nullable Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "getUri" -> address;
            case "setUri" -> {
                address = (URI) arguments[0];
                yield null;
            }
            case "getProperty" -> properties.get((String) arguments[0]);
            case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
