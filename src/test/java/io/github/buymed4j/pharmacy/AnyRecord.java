package io.github.buymed4j.pharmacy;

import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any record of the wire: each component any value of its type, or null where it may be. */
final class AnyRecord {

    private static final double MISSING = 0.2;

    private AnyRecord() {}

    static <T extends Record> Arbitrary<T> of(Class<T> type) {
        List<Arbitrary<Object>> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(AnyRecord::any)
                .toList();
        return Combinators.combine(components).as(values -> construct(type, values));
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<Object> any(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arbitrary<Object> element =
                    any(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            Arbitrary<Object> present = element.filter(value -> value != null);
            return generic.getRawType() == Map.class
                    ? (Arbitrary<Object>)
                            (Arbitrary<?>) Arbitraries.maps(name(), present).ofMaxSize(3)
                    : (Arbitrary<Object>) (Arbitrary<?>) present.list().ofMaxSize(3);
        }
        return ((Arbitrary<Object>) single((Class<?>) type)).injectNull(MISSING);
    }

    @SuppressWarnings("unchecked")
    private static Arbitrary<?> single(Class<?> type) {
        if (type == String.class) {
            return Arbitraries.oneOf(
                    Arbitraries.of("", "Viên nén bao phim Đường ₫", "\"\\/\b\n\r\t\u0000", "💊"),
                    Arbitraries.strings());
        } else if (type == Long.class) {
            return Arbitraries.longs();
        } else if (type == Integer.class) {
            return Arbitraries.integers();
        } else if (type == Boolean.class) {
            return Arbitraries.of(true, false);
        } else if (type == BigDecimal.class) {
            return Arbitraries.bigDecimals()
                    .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                    .ofScale(9);
        } else if (type == Instant.class) {
            return Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli);
        }
        return type.isRecord()
                ? of((Class<? extends Record>) type)
                : Arbitraries.of(JsonValue.TRUE, JsonValue.EMPTY_JSON_ARRAY);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    }

    private static <T extends Record> T construct(Class<T> type, List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
