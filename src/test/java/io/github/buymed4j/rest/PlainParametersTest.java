package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** {@code QueryTextIT} shows on each server that a text arrives as it is. */
class PlainParametersTest {

    private final PlainParameters parameters = new PlainParameters();

    @SuppressWarnings("unused") // read by reflection
    private interface Own {
        void get(
                @QueryParam("q") String query,
                @QueryParam("q") @Encoded String encoded,
                @PathParam("p") String path,
                @QueryParam("n") long number);
    }

    @Property
    void toString_anyTextOfAQuery_hasNoTemplateAndIsDecodedToItself(@ForAll String text) {
        String sent = String.valueOf(sent(0, text));

        assertThat(sent).doesNotContain("{", "}");
        assertThat(URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Example
    void toString_order_isTheDocumentedJsonWithoutBraces() {
        assertThat(sent(0, "{\"orderId\":17}")).isEqualTo("%7B\"orderId\":17%7D");
    }

    @Example
    void toString_encodedTextPathOrNumber_isUnchanged() {
        assertThat(sent(1, "%7B")).isEqualTo("%7B");
        assertThat(sent(2, "100%{x}")).isEqualTo("100%{x}");
        assertThat(sent(3, 17L)).isEqualTo("17");
    }

    @Example
    void toString_null_isOmitted() {
        assertThat(sent(0, null)).isNull();
        assertThat(sent(2, null)).isNull();
    }

    @SuppressWarnings("unchecked")
    private @Nullable String sent(int index, @Nullable Object value) {
        Method method =
                Arrays.stream(Own.class.getDeclaredMethods()).findFirst().orElseThrow();
        Parameter parameter = method.getParameters()[index];
        ParamConverter<Object> converter = (ParamConverter<Object>) parameters.getConverter(
                parameter.getType(), parameter.getParameterizedType(), parameter.getAnnotations());
        return converter.toString(value);
    }
}
