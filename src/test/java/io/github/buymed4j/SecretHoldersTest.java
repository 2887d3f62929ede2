package io.github.buymed4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.buymed4j.config.Secret;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public type, and each that holds a secret however deep, found by its fields: made with a secret wherever it takes
 * one, none prints it, serializes it or binds it to JSON.
 */
class SecretHoldersTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.github.buymed4j");

    static Stream<Class<?>> types() {
        return PRODUCT.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) || holdsSecret(type))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.isEnum())
                .<Class<?>>map(JavaClass::reflect);
    }

    static Stream<Class<?>> holders() {
        return PRODUCT.stream().filter(SecretHoldersTest::holdsSecret).<Class<?>>map(JavaClass::reflect);
    }

    private static boolean holdsSecret(JavaClass type) {
        return holdsSecret(type, new HashSet<>());
    }

    /** Types may hold each other. */
    private static boolean holdsSecret(JavaClass type, Set<JavaClass> seen) {
        if (type.isEquivalentTo(Secret.class)) {
            return true;
        }
        return seen.add(type)
                && type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(JavaField::getType)
                        .flatMap(fieldType -> fieldType.getAllInvolvedRawTypes().stream())
                        .filter(involved -> involved.getName().startsWith("io.github.buymed4j"))
                        .anyMatch(involved -> holdsSecret(involved, seen));
    }

    @ParameterizedTest
    @MethodSource("types")
    void type_printed_showsNoSecret(Class<?> type) {
        assertThat(sample(type).toString()).doesNotContain("sk_sandbox_");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void holder_serialized_isRefused(Class<?> type) {
        assertThat(Serializable.class.isAssignableFrom(type)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void type_serialized_isRefusedOrHoldsNoSecret(Class<?> type) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sample(type));
        } catch (NotSerializableException refusal) {
            // what was written until then counts as well
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("sk_sandbox_");
    }

    /** As usual; a refusal's text counts as well. */
    @ParameterizedTest
    @MethodSource("types")
    void type_boundToJson_showsNoSecret(Class<?> type) {
        Object sample = sample(type);

        assertThat(byJsonB(sample)).isNotEmpty().doesNotContain("sk_sandbox_");
        assertThat(byJackson(sample, new ObjectMapper())).isNotEmpty().doesNotContain("sk_sandbox_");
    }

    /** By a binder that looks at private fields. */
    @ParameterizedTest
    @MethodSource("holders")
    void holder_boundByItsFields_showsNoSecret(Class<?> type) {
        if (type.isRecord()) {
            ObjectMapper mapper = new ObjectMapper().setVisibility(PropertyAccessor.ALL, Visibility.ANY);

            assertThat(byJackson(sample(type), mapper)).isNotEmpty().doesNotContain("sk_sandbox_");
        }
    }

    @Test
    void sample_ofATypeThatPrintsWhatItTakes_isFound() {
        record Careless(Secret secret) {
            @Override
            public String toString() {
                return secret.reveal();
            }
        }

        assertThat(sample(Careless.class).toString()).contains("sk_sandbox_");
    }

    private static String byJsonB(Object sample) {
        try {
            return JsonbBuilder.create().toJson(sample);
        } catch (JsonbException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static String byJackson(Object sample, ObjectMapper mapper) {
        try {
            return mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).writeValueAsString(sample);
        } catch (IOException | NoClassDefFoundError refusal) { // what belongs to a server needs its classes
            return String.valueOf(refusal.getMessage());
        }
    }

    private static Object sample(Class<?> type) {
        return Samples.of(type, Canary.secret());
    }
}
