package io.github.buymed4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.buymed4j.Canary;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    private final String canary = Canary.secret();
    private final Secret secret = Secret.of(canary);

    /** What a record of a user's own looks like that holds one. */
    public record Holder(String name, Secret secret) {}

    @Test
    void reveal_givesTheValue() {
        assertThat(secret.reveal()).isEqualTo(canary);
    }

    @Test
    void print_anyWay_showsOnlyTheFingerprint() {
        String concatenated = "secret: " + secret + List.of(secret) + Map.of("k", secret) + new Holder("n", secret);

        assertThat(concatenated).doesNotContain(canary).contains(secret.fingerprint());
        assertThat("%s %S %.60s %h".formatted(secret, secret, secret, secret)).doesNotContainIgnoringCase(canary);
        assertThat(MessageFormat.format("{0}", secret)).doesNotContain(canary);
    }

    @Test
    void fingerprint_anyValue_isEightDigitsThatTellSecretsApart() {
        assertThat(secret.fingerprint())
                .matches("[0-9a-f]{8}")
                .isEqualTo(Secret.of(canary).fingerprint());
        assertThat(Secret.of(Canary.secret()).fingerprint()).isNotEqualTo(secret.fingerprint());
        assertThat(canary).doesNotContain(secret.fingerprint());
    }

    @Test
    void serialize_toJavasFormat_fails() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(secret)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void bind_toJsonB_showsNothing() {
        Jsonb usual = JsonbBuilder.create();
        Jsonb curious = JsonbBuilder.create(new JsonbConfig().withPropertyVisibilityStrategy(new EverythingVisible()));

        assertThat(usual.toJson(secret)).isEqualTo("{}");
        assertThat(usual.toJson(new Holder("n", secret))).contains("\"n\"").doesNotContain(canary);
        assertThat(curious.toJson(new Holder("n", secret))).contains("\"n\"").doesNotContain(canary);
    }

    @Test
    void bind_toJackson_showsNothing() throws Exception {
        ObjectMapper usual = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        ObjectMapper curious = usual.copy().setVisibility(PropertyAccessor.ALL, Visibility.ANY);

        assertThat(usual.writeValueAsString(new Holder("n", secret)))
                .contains("\"n\"")
                .doesNotContain(canary);
        assertThat(curious.writeValueAsString(new Holder("n", secret)))
                .contains("\"n\"")
                .doesNotContain(canary);
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(secret)).hasMessageNotContaining(canary);
    }

    @Test
    void print_byReflectionAsToStringBuildersDo_showsNothing() throws Exception {
        StringBuilder printed = new StringBuilder();
        for (Field field : Secret.class.getDeclaredFields()) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                field.setAccessible(true);
                printed.append(field.getName())
                        .append('=')
                        .append(field.get(secret))
                        .append(' ');
            }
        }

        assertThat(printed).contains(secret.fingerprint()).doesNotContain(canary);
    }

    @Test
    void equals_sameValue_isTrueWithTheSameHash() {
        assertThat(secret).isEqualTo(Secret.of(canary)).hasSameHashCodeAs(Secret.of(canary));
        assertThat(secret).isNotEqualTo(Secret.of(Canary.secret())).isNotEqualTo(canary);
    }

    @Test
    void redact_textWithTheValue_takesItOut() {
        assertThat(secret.redact("a " + canary + " b " + canary))
                .isEqualTo("a " + secret + " b " + secret)
                .doesNotContain(canary);
        assertThat(Secret.of("").redact("text")).isEqualTo("text");
    }

    private static final class EverythingVisible implements PropertyVisibilityStrategy {
        @Override
        public boolean isVisible(Field field) {
            return true;
        }

        @Override
        public boolean isVisible(Method method) {
            return true;
        }
    }
}
