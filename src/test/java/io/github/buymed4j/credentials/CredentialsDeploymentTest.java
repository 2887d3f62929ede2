package io.github.buymed4j.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.internal.config.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that cannot be used stop the deployment, and the text that says so does not repeat them. */
class CredentialsDeploymentTest {

    private static final String ID = "buymed.client-id";
    private static final String SECRET = "buymed.client-secret";

    @ParameterizedTest
    @ValueSource(strings = {ID, SECRET})
    void deploy_valueMissing_isRefusedNamingTheKey(String key) throws Exception {
        assertThat(Deployment.of().without(key).refusal()).contains(key + ": is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, SECRET})
    void deploy_valueBlank_isRefusedNamingTheKey(String key) throws Exception {
        assertThat(Deployment.of().with(key, "").refusal()).contains(key + ": is blank");
        assertThat(Deployment.of().with(key, " \n").refusal()).contains(key + ": is blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your_client_secret",
                "your-client-secret",
                "YOUR_CLIENT_ID",
                "your client id",
                "<client-secret>",
                "xxxxxxxx",
                "***",
                ".....",
                "changeme",
                "change-me",
                "TODO",
                "{{ secret }}",
                "[secret]",
                "sk_live_abc...",
                "sk_live_abcdefghijklmnopqrstuvwxyz",
                "SK_LIVE_ABC",
                "buymed_app_123456789"
            })
    void deploy_placeholder_isRefusedWithoutRepeatingIt(String placeholder) throws Exception {
        for (String key : new String[] {ID, SECRET}) {
            assertThat(Deployment.of().with(key, placeholder).refusal())
                    .contains(key + ": is a placeholder")
                    .doesNotContain(placeholder);
        }
    }

    /** F36: what only begins like an example of the documentation is a secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sk_live_abc", "sk_live_abcdefghijklmnopqrstuvwxyz", "buymed_app_123456789", "secret", "todo"})
    void deploy_valueThatBeginsLikeAPlaceholder_isAccepted(String beginning) throws Exception {
        String random = Canary.secret().replace("sk_sandbox_", "");

        assertThat(Deployment.of().with(SECRET, beginning + random).refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\r\nX-Injected: 1", "%s\nmore", "%s\rmore", "a\n%s"})
    void deploy_lineBreakInside_isRefusedWithoutRepeatingIt(String pattern) throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of().with(SECRET, pattern.formatted(canary)).refusal())
                .contains(SECRET + ": has a line break inside")
                .doesNotContain(canary);
        assertThat(Deployment.of().with(ID, pattern.formatted(canary)).refusal())
                .contains(ID + ": has a line break inside")
                .doesNotContain(canary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%sé", "mật-khẩu-%s", "%s\u00a0x", "%s\tx", "%s x", "\u200b%s", "%s\u0000", "%s\u007f"})
    void deploy_notVisibleAscii_isRefusedWithoutRepeatingIt(String pattern) throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of().with(SECRET, pattern.formatted(canary)).refusal())
                .contains(SECRET + ": has characters")
                .doesNotContain(canary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${unfinished", "%s${BUYMED_NOT_THERE}", "${BUYMED_NOT_THERE}", "${%s}"})
    void deploy_unresolvedExpression_isRefusedWithoutRepeatingIt(String pattern) throws Exception {
        String canary = Canary.secret();
        String value = pattern.formatted(canary);

        assertThat(Deployment.of().with(SECRET, value).refusal())
                .contains(SECRET + ": cannot be evaluated")
                .doesNotContain(canary)
                .doesNotContain("BUYMED_NOT_THERE");
    }

    /** A backslash keeps SmallRye from looking, and no other server. */
    @ParameterizedTest
    @ValueSource(strings = {"\\${BUYMED_NOT_THERE}", "%s\\${BUYMED_NOT_THERE}"})
    void deploy_expressionLeftInTheValue_isRefusedWithoutRepeatingIt(String pattern) throws Exception {
        String canary = Canary.secret();

        assertThat(Deployment.of().with(SECRET, pattern.formatted(canary)).refusal())
                .contains(SECRET + ": cannot be evaluated")
                .doesNotContain(canary)
                .doesNotContain("BUYMED_NOT_THERE");
    }

    @Test
    void deploy_bothMissing_areReportedTogether() throws Exception {
        assertThat(Deployment.of().without(ID).without(SECRET).refusal())
                .contains(ID + ": is missing", SECRET + ": is missing");
    }

    @Test
    void deploy_valuesEndingInALineBreak_isAccepted() throws Exception {
        assertThat(Deployment.of()
                        .with(ID, "buymed_app_1\n")
                        .with(SECRET, Canary.secret() + "\r\n")
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_secretInPlaceOfAPath_isRefusedWithoutRepeatingIt() throws Exception {
        String canary = Canary.secret();

        for (String key : new String[] {"buymed.client-secret-file", "buymed.credentials-file"}) {
            assertThat(Deployment.of().with(key, canary).refusal())
                    .contains(key + ": names a file that cannot be read")
                    .doesNotContain(canary);
            assertThat(Deployment.of().with(key, canary + "\u0000").refusal())
                    .contains(key + ": names a file that cannot be read")
                    .doesNotContain(canary);
        }
    }

    @Test
    void deploy_fileNotUsable_isRefusedNamingItsKey(@TempDir Path folder) throws Exception {
        String canary = Canary.secret();
        Path file = folder.resolve("secret");
        Files.writeString(file, canary + "\nand more");

        assertThat(Deployment.of()
                        .with("buymed.client-secret-file", file.toString())
                        .refusal())
                .contains("buymed.client-secret-file: has a line break inside")
                .doesNotContain(canary);
    }

    @Test
    void deploy_credentialsFileWithoutId_isRefusedNamingItsKey(@TempDir Path folder) throws Exception {
        String canary = Canary.secret();
        Path file = folder.resolve("credentials.properties");
        Files.writeString(file, "client-secret=" + canary);

        assertThat(Deployment.of()
                        .with("buymed.credentials-file", file.toString())
                        .refusal())
                .contains("buymed.credentials-file: names a file whose client-id is blank")
                .doesNotContain(canary);
    }
}
