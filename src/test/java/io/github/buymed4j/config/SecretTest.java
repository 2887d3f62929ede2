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
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void redact_secretInAnotherEncoding_takesItOut() {
        String percent = canary.chars().mapToObj("%%%02x"::formatted).collect(Collectors.joining());
        String escaped = canary.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
        String header = "buymed_app_1:" + canary + "!";
        for (String text : List.of(
                canary.toUpperCase(Locale.ROOT),
                canary.replace("_", "%5F"),
                canary.replace("_", "%255f"),
                canary.replace("_", "\\u005f"),
                percent,
                escaped,
                String.join("\r\n ", canary.substring(0, 5), canary.substring(5, 30), canary.substring(30)),
                canary.replace("_", "_\u200b"))) {
            assertThat(secret.redact("a " + text + " b")).as(text).isEqualTo("a " + secret + " b");
        }
        for (int cut = 0; cut < 3; cut++) {
            byte[] bytes = header.substring(cut).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder :
                    List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                String text = encoder.encodeToString(bytes);
                assertThat(secret.redact(text)).contains(secret.toString()).hasSizeLessThan(50);
            }
        }
    }

    @Test
    void redact_anyPartOfEightCharacters_takesItOut() {
        for (int begin = 0; begin + 8 <= canary.length(); begin++) {
            for (int end = begin + 8; end <= canary.length(); end++) {
                String part = canary.substring(begin, end);
                assertThat(secret.redact(part)).isEqualTo(secret.toString());
                assertThat(secret.redact("<" + part + ">")).isEqualTo("<" + secret + ">");
            }
        }
    }

    @Test
    void redact_shorterPart_stays() {
        for (int begin = 0; begin + 7 <= canary.length(); begin++) {
            String part = "<" + canary.substring(begin, begin + 7) + ">";
            assertThat(secret.redact(part)).isEqualTo(part);
        }
    }

    @Test
    void redact_shortSecret_isTakenOutAsAWhole() {
        assertThat(Secret.of("abc").redact("xabcx ABC ab c"))
                .doesNotContainIgnoringCase("abc")
                .startsWith("x[secret ");
    }

    @Test
    void redact_secretOfEscapesItself_isTakenOut() {
        for (String odd : List.of("100%41%42%43%44%", "back\\slash\\u0041\"quote", "tab and blank in it")) {
            Secret strange = Secret.of(odd);
            assertThat(strange.redact("a " + odd + " b")).isEqualTo("a " + strange + " b");
        }
    }

    @Test
    void redact_otherText_staysAsItIs() {
        for (String text :
                List.of("", "x", "100 %", "%zz \\u12 \\", "a\r\nb", "Không được phép", "sk_live", "%e1%bb%9d")) {
            assertThat(secret.redact(text)).isEqualTo(text);
        }
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
