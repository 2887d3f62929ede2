package io.github.buymed4j.rest.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static final String ONE_ITEM = "{\"status\":\"OK\",\"data\":[{\"id\":1}]}";

    private final JsonBody body = new JsonBody();

    @ParameterizedTest
    @CsvSource({"text,html", "text,plain", "application,octet-stream", "application,xml", "application,jsonp"})
    void readFrom_anotherMediaType_saysWhichAndWhereToLook(String type, String subtype) {
        assertThatThrownBy(() -> Body.of(ONE_ITEM).as(type, subtype).items())
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContainingAll(type + "/" + subtype, "buymed/mp-rest/url");
    }

    @ParameterizedTest
    @CsvSource({
        "application,json",
        "application,JSON",
        "text,json",
        "application,problem+json",
        "application,vnd.api+JSON"
    })
    void readFrom_kindOfJson_isRead(String type, String subtype) {
        assertThat(Body.of(ONE_ITEM).as(type, subtype).items().first()).isEqualTo(Item.ofId(1));
    }

    @Test
    void readFrom_limitUsedUpUnderHttp200_keepsTheHeaders() {
        assertThatThrownBy(() -> Body.of("{\"status\":\"TOO_MANY_REQUESTS\"}")
                        .with("Retry-After", "7")
                        .with("Date", "Tue, 01 Oct 2024 06:57:09 GMT")
                        .items())
                .isInstanceOfSatisfying(TooManyRequestsException.class, thrown -> {
                    assertThat(thrown.retryAfter()).contains("7");
                    assertThat(thrown.date()).contains("Tue, 01 Oct 2024 06:57:09 GMT");
                });
    }

    @Test
    void readFrom_jsonObject_isTheWholeReply() {
        assertThat(Body.of(ONE_ITEM).object())
                .isEqualTo(Json.createReader(new StringReader(ONE_ITEM)).readObject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "NOT_FOUND", "UNAUTHORIZED"})
    void readFrom_errorIntoAnotherTypeThanTheEnvelope_isItsException(String status) {
        String error = "{\"status\":\"" + status + "\",\"data\":[],\"message\":\"không\"}";

        assertThatThrownBy(() -> Body.of(error).object()).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> Body.of(error).read(Item.class)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> Body.of(error).read(Map.class)).isInstanceOf(PlatformException.class);
    }

    @Test
    void readFrom_typeOfTheUsersOwn_isBound() {
        assertThat(Body.of("{\"id\":1}").read(Item.class)).isEqualTo(Item.ofId(1));
    }

    @Test
    void readFrom_misfitInATypeOfTheUsersOwn_saysWhere() {
        assertThatThrownBy(() -> Body.of("{\"id\":1,\"inner\":{\"level\":[]}}").read(Item.class))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("inner.level is a list");
    }

    @Test
    void readFrom_nullIntoATypeOfTheUsersOwn_isUnreadable() {
        assertThatThrownBy(() -> Body.of("null").read(Item.class))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("it is null");
    }

    @Test
    void readFrom_fieldNameWithLineEnds_staysOneLine() {
        assertThatThrownBy(() -> Body.of("{\"a\\r\\nERROR b\":[]}").read(STRINGS))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .message()
                .contains("a ERROR b")
                .doesNotContain("\n", "\r");
    }

    private static final Type STRINGS = new GenericType<Map<String, String>>() {}.getType();

    @ParameterizedTest
    @ValueSource(classes = {Envelope.class, JsonObject.class, Map.class, List.class, Item.class})
    void isReadable_whatJsonCanBe_yes(Class<?> type) {
        assertThat(body.isReadable(type, type, new Annotation[0], MediaType.TEXT_HTML_TYPE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, byte[].class, InputStream.class, Response.class, Long.class})
    void isReadable_whatServersReadThemselves_no(Class<?> type) {
        assertThat(body.isReadable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
    }

    @Test
    void writeTo_record_isJsonInUtf8WithoutNulls() throws IOException {
        Item item = new Item(
                Long.MAX_VALUE, new BigDecimal("1.50"), "Đồng ý", false, null, new Item.Inner("A", 2), null, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        body.writeTo(
                item,
                Item.class,
                Item.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":9223372036854775807,\"inner\":{\"code\":\"A\",\"level\":2},\"name\":\"Đồng ý\","
                        + "\"price\":1.50,\"sold\":false,\"tags\":[]}");
    }

    @Test
    void isWriteable_notJson_no() {
        assertThat(body.isWriteable(Item.class, Item.class, new Annotation[0], MediaType.TEXT_PLAIN_TYPE))
                .isFalse();
        assertThat(body.isWriteable(Item.class, Item.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
    }
}
