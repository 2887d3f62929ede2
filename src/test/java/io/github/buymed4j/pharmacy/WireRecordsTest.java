package io.github.buymed4j.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.buymed4j.rest.reply.UnreadableReplyException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented field, and what becomes of replies that leave it out or give it otherwise. */
class WireRecordsTest {

    static Stream<Arguments> records() {
        return Documented.ALL.entrySet().stream()
                .map(entry -> arguments(entry.getKey(), Samples.json(entry.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void read_everyField_isTheSameWhenWritten(Class<? extends Record> type, JsonObject json) {
        assertThat(withoutNulls(Samples.write(Samples.read(type, json)))).isEqualTo(withoutNulls(json));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void components_all_areFieldsOfTheDocumentation(Class<? extends Record> type, JsonObject json) {
        assertComponents(type, json);
    }

    @Test
    void fromJson_everyField_isReadAsFromAReply() {
        assertThat(Profile.fromJson(Documented.PROFILE))
                .isEqualTo(Samples.read(Profile.class, Samples.json(Documented.PROFILE)));
        assertThat(Order.fromJson(Documented.ORDER))
                .isEqualTo(Samples.read(Order.class, Samples.json(Documented.ORDER)));
        assertThat(OrderDetail.fromJson(Documented.ORDER_DETAIL))
                .isEqualTo(Samples.read(OrderDetail.class, Samples.json(Documented.ORDER_DETAIL)));
        assertThat(Product.fromJson(Documented.PRODUCT))
                .isEqualTo(Samples.read(Product.class, Samples.json(Documented.PRODUCT)));
    }

    @Test
    void fromJson_fieldOfAnotherType_saysWhere() {
        assertThatThrownBy(() -> Order.fromJson("{\"invoice\": {\"taxCode\": {}}}"))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("data[0].invoice.taxCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "<html>", "{}]}"})
    void fromJson_noObject_isUnreadable(String json) {
        assertThatThrownBy(() -> Order.fromJson(json)).isExactlyInstanceOf(UnreadableReplyException.class);
    }

    private static void assertComponents(Class<?> type, JsonObject json) {
        assertThat(Stream.of(type.getRecordComponents()).map(RecordComponent::getName))
                .as(type.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(json.keySet());
        for (RecordComponent component : type.getRecordComponents()) {
            JsonValue value = json.getOrDefault(component.getName(), JsonValue.NULL);
            JsonValue inside = value instanceof JsonArray list ? list.get(0) : value;
            Class<?> element = elementType(component.getGenericType());
            if (element.isRecord()) {
                assertComponents(element, inside.asJsonObject());
            }
        }
    }

    private static Class<?> elementType(Type type) {
        return type instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[list.getActualTypeArguments().length - 1]
                : (Class<?>) type;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void read_noField_isEmpty(Class<? extends Record> type, JsonObject json) throws ReflectiveOperationException {
        Record read = Samples.read(type, JsonValue.EMPTY_JSON_OBJECT);

        for (RecordComponent component : type.getRecordComponents()) {
            Object value = component.getAccessor().invoke(read);
            assertThat(value).as(component.getName()).isIn(null, List.of(), Map.of());
        }
    }

    static Stream<Arguments> places() {
        return Documented.ALL.entrySet().stream().flatMap(entry -> {
            JsonObject json = Samples.json(entry.getValue());
            return pointers("", json).map(pointer -> arguments(entry.getKey(), json, pointer));
        });
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("places")
    void read_fieldMissingOrNull_keepsAllOthers(Class<? extends Record> type, JsonObject json, String pointer) {
        JsonPointer place = Json.createPointer(pointer);
        JsonObject without = place.remove(json);

        assertThat(Samples.read(type, without)).isEqualTo(Samples.read(type, place.replace(json, JsonValue.NULL)));
        assertThat(dense(Samples.write(Samples.read(type, without)))).isEqualTo(dense(without));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("places")
    void read_fieldOfAnotherType_saysWhere(Class<? extends Record> type, JsonObject json, String pointer) {
        JsonPointer place = Json.createPointer(pointer);
        boolean isObject = place.getValue(json) instanceof JsonObject;
        JsonValue other = isObject
                ? Json.createValue("text")
                : Json.createObjectBuilder().add("x", 1).build();

        if (pointer.endsWith("/gifts")) {
            assertThat(Samples.read(type, place.replace(json, other))).isNotNull();
        } else {
            assertThatThrownBy(() -> Samples.read(type, place.replace(json, other)))
                    .isExactlyInstanceOf(UnreadableReplyException.class)
                    .hasMessageContaining(
                            "its data[0]" + path(pointer) + " is " + (isObject ? "a string" : "an object"));
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("places")
    void read_unknownFieldBesides_isIgnored(Class<? extends Record> type, JsonObject json, String pointer) {
        int end = pointer.lastIndexOf('/');
        if (Json.createPointer(pointer.substring(0, end)).getValue(json) instanceof JsonObject && !isMap(pointer)) {
            JsonObject more = Json.createPointer(pointer.substring(0, end) + "/newField")
                    .add(json, Json.createObjectBuilder().add("status", 7).build());

            assertThat(Samples.read(type, more)).isEqualTo(Samples.read(type, json));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "0.5", "12345678901234567890.123456789", "1e40", "1E-7", "99999999999999999999999999"
            })
    void read_anyAmount_isExact(String amount) {
        Order order = Samples.read(Order.class, Samples.json("{\"totalPrice\":" + amount + "}"));

        assertThat(order.totalPrice()).isEqualByComparingTo(new BigDecimal(amount));
    }

    @Test
    void knownStatus_statusThatIsNotListed_isEmptyAndKeepsItsText() {
        Order order = Samples.read(Order.class, Samples.json("{\"status\":\"RETURNED\"}"));

        assertThat(order.status()).isEqualTo("RETURNED");
        assertThat(order.knownStatus()).isEmpty();
        assertThat(Samples.read(Order.class, Samples.json("{}")).knownStatus()).isEmpty();
    }

    @Test
    void knownStatus_eachListedStatus_isKnown() {
        for (OrderStatus status : OrderStatus.values()) {
            JsonObject json = Samples.json("{\"status\":\"" + status + "\"}");

            assertThat(Samples.read(Order.class, json).knownStatus()).isEqualTo(Optional.of(status));
            assertThat(Samples.read(OrderDetail.class, json).knownStatus()).isEqualTo(Optional.of(status));
        }
    }

    private static Stream<String> pointers(String parent, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.keySet().stream()
                    .flatMap(name -> withInner(parent + "/" + name, object.getOrDefault(name, JsonValue.NULL)));
        }
        if (value instanceof JsonArray list) {
            return IntStream.range(0, list.size()).boxed().flatMap(i -> withInner(parent + "/" + i, list.get(i)));
        }
        return Stream.empty();
    }

    private static Stream<String> withInner(String pointer, JsonValue value) {
        return Stream.concat(Stream.of(pointer), pointers(pointer, value));
    }

    private static String path(String pointer) {
        return pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }

    private static boolean isMap(String pointer) {
        return pointer.contains("/parameters/");
    }

    private static JsonObject withoutNulls(JsonObject json) {
        return Samples.json(json.toString().replaceAll("\"gifts\":null,?", ""));
    }

    /** Without what says nothing: nulls, and lists and objects without content. */
    private static JsonValue dense(JsonValue value) {
        if (value instanceof JsonObject object) {
            var dense = Json.createObjectBuilder();
            object.forEach((name, field) -> {
                if (saysSomething(dense(field))) {
                    dense.add(name, dense(field));
                }
            });
            return dense.build();
        }
        if (value instanceof JsonArray list) {
            var dense = Json.createArrayBuilder();
            list.stream()
                    .map(WireRecordsTest::dense)
                    .filter(WireRecordsTest::saysSomething)
                    .forEach(dense::add);
            return dense.build();
        }
        return value;
    }

    private static boolean saysSomething(JsonValue value) {
        return value != JsonValue.NULL && !(value instanceof JsonStructure structure && isEmpty(structure));
    }

    private static boolean isEmpty(JsonStructure structure) {
        return structure instanceof JsonArray list
                ? list.isEmpty()
                : structure.asJsonObject().isEmpty();
    }
}
