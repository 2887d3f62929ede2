package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String HASH = "uOZk4fE3Lt5T6TEwy1uI7S23+ZpXsRkijU4oaLBq6S4=";

    /** Computed by another implementation of PBKDF2, that of Python. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PBKDF2WithHmacSHA256:1024:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA384:2048:" + SALT + ":sKYEALGJBjhRjXFkGocCBdxq01p2o+XOVR3yOIaus8M=",
                "PBKDF2WithHmacSHA512:4096:" + SALT + ":mZeH8vBHp5P1y9XD22XkE+r7CvLEVHloNJoZPmGkfcM="
            })
    void isOf_knownHash_isThatOfItsPasswordOnly(String text) {
        PasswordHash hash = PasswordHash.of(Secret.of(text));

        assertThat(hash.isOf(Secret.of("mật khẩu 7mfp2qv9"))).isTrue();
        assertThat(hash.isOf(Secret.of("mật khẩu 7mfp2qv8"))).isFalse();
        assertThat(hash.isOf(Secret.of(""))).isFalse();
        assertThat(hash.isOf(Secret.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k7mfp2qv9xhd4tzn",
                ":::",
                "PBKDF2WithHmacSHA1:600000:" + SALT + ":" + HASH,
                "pbkdf2withhmacsha256:600000:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:1023:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:5000001:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:99999999999:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:-600000:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:many:" + SALT + ":" + HASH,
                "PBKDF2WithHmacSHA256:600000::" + HASH,
                "PBKDF2WithHmacSHA256:600000:" + SALT + ":",
                "PBKDF2WithHmacSHA256:600000:" + SALT + ":AAEC",
                "PBKDF2WithHmacSHA256:600000:" + SALT + ":" + HASH + ":",
                "PBKDF2WithHmacSHA256:600000:" + SALT + ":" + HASH + HASH,
                "PBKDF2WithHmacSHA256:600000:" + SALT + ":not*base64",
                "PBKDF2WithHmacSHA256:600000:" + SALT
            })
    void of_anythingElse_isRefusedWithoutItsText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.of(Secret.of(text)))
                .withMessageNotContaining(text);
        assertThat(PasswordHash.whatIsWrongWith(Secret.of(text)))
                .contains("1024 to 5000000 iterations")
                .doesNotContain(text);
    }

    @Test
    void hash_madeAsThePageSays_isThatOfThePasswordWithTheRecommendedIterations() throws Exception {
        String password = UUID.randomUUID() + " ấy";

        PasswordHash hash = PasswordHash.of(Secret.of(madeAsThePageSays(password)));

        assertThat(hash.isOf(Secret.of(password))).isTrue();
        assertThat(hash.iterations()).isEqualTo(hash.recommendedIterations());
    }

    private static String madeAsThePageSays(String password) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "server-config/HashPassword.java").start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(password + "\n");
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
