package io.github.buymed4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.buymed4j.config.Secret;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type that holds a secret, however deep, found by its fields: none prints it, serializes it or binds it to JSON. */
class SecretHoldersTest {

    static Stream<Class<?>> holders() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.buymed4j").stream()
                        .filter(SecretHoldersTest::holdsSecret)
                        .<Class<?>>map(JavaClass::reflect);
    }

    private static boolean holdsSecret(JavaClass type) {
        return type.isEquivalentTo(Secret.class)
                || type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(JavaField::getType)
                        .flatMap(fieldType -> fieldType.getAllInvolvedRawTypes().stream())
                        .filter(involved ->
                                !involved.equals(type) && involved.getName().startsWith("io.github.buymed4j"))
                        .anyMatch(SecretHoldersTest::holdsSecret);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void holder_printed_showsNoSecret(Class<?> type) throws Exception {
        String canary = Canary.secret();

        if (type.isRecord()) {
            assertThat(sample(type, canary).toString()).doesNotContain(canary).doesNotContain("sk_sandbox_");
        } else if (type != Secret.class && !type.isInterface()) {
            assertThat(type.getMethod("toString").getDeclaringClass())
                    .as("a class that holds a secret and prints itself; make it a record, or test it here")
                    .isIn(Object.class, Enum.class);
        }
    }

    @ParameterizedTest
    @MethodSource("holders")
    void holder_serialized_isRefused(Class<?> type) throws Exception {
        assertThat(Serializable.class.isAssignableFrom(type)).isFalse();
        if (type.isRecord()) {
            try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
                Object sample = sample(type, Canary.secret());
                assertThatThrownBy(() -> out.writeObject(sample)).isInstanceOf(NotSerializableException.class);
            }
        }
    }

    /** As usual, and by a binder that looks at private fields; a refusal's text counts as well. */
    @ParameterizedTest
    @MethodSource("holders")
    void holder_boundToJson_showsNoSecret(Class<?> type) throws Exception {
        if (type.isRecord()) {
            Object sample = sample(type, Canary.secret());

            assertThat(byJsonB(sample)).isNotEmpty().doesNotContain("sk_sandbox_");
            assertThat(byJackson(sample)).isNotEmpty().doesNotContain("sk_sandbox_");
        }
    }

    private static String byJsonB(Object sample) {
        try {
            return JsonbBuilder.create().toJson(sample);
        } catch (JsonbException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static String byJackson(Object sample) throws Exception {
        try {
            return new ObjectMapper()
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
                    .writeValueAsString(sample);
        } catch (JsonMappingException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static Object sample(Class<?> type, String canary) throws Exception {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], canary);
        }
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type, String canary) throws Exception {
        if (type == Secret.class) {
            return Secret.of(canary);
        }
        if (type == Optional.class) {
            return Optional.of(Secret.of(canary));
        }
        if (type == List.class) {
            return List.of(Secret.of(canary));
        }
        if (type == String.class) {
            return "text";
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? sample(type, canary) : null;
    }
}
