package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.config.SettableSource;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorStoreTest {

    private static final String KEY = "buymed.console.password";
    private static final String HASH = "buymed.console.password-hash";

    private final String password = UUID.randomUUID().toString();
    private final SettableSource source = SettableSource.of(Map.of(KEY, password));
    private final OperatorStore store = new OperatorStore(source.buymedConfig());

    @Test
    void validate_operatorWithThePassword_isInTheRole() {
        CredentialValidationResult result = logIn("operator", password);

        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("operator");
        assertThat(result.getCallerGroups()).containsExactly("operator");
    }

    @Test
    void validate_anythingElse_isInvalid() {
        assertThat(logIn("operator", password + "x").getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", "").getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("Operator", password).getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("", password).getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_withoutAConfiguredPassword_letsNobodyIn() {
        source.remove(KEY);

        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", "").getStatus()).isEqualTo(Status.INVALID);
        assertThat(store.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void validate_blankConfiguredPassword_letsNobodyIn(String blank) {
        source.set(KEY, blank);

        assertThat(logIn("operator", blank).getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", "").getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_passwordOfAFileThatEndsInANewline_isThePassword() {
        source.set(KEY, password + "\n");

        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.VALID);
    }

    @Test
    void validate_passwordChanged_takesTheNewOneOnly() {
        String newer = UUID.randomUUID().toString();
        source.set(KEY, newer);

        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", newer).getStatus()).isEqualTo(Status.VALID);
    }

    @Test
    void mark_samePassword_isTheSame() {
        assertThat(store.mark()).isPresent().isEqualTo(store.mark());
        assertThat(store.mark().orElseThrow()).doesNotContain(password);
    }

    @Test
    void mark_ofAnotherPasswordOrRun_isAnother() {
        String first = store.mark().orElseThrow();
        assertThat(new OperatorStore(source.buymedConfig()).mark().orElseThrow())
                .isNotEqualTo(first);

        source.set(KEY, UUID.randomUUID().toString());

        assertThat(store.mark().orElseThrow()).isNotEqualTo(first);
        source.remove(KEY);
        assertThat(store.mark()).isEmpty();
    }

    @Test
    void validate_realmIsAsked_letsNobodyIn() {
        source.set("buymed.console.login", "realm");
        OperatorStore asleep = new OperatorStore(source.buymedConfig());

        assertThat(asleep.validate(new UsernamePasswordCredential("operator", password))
                        .getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
        assertThat(asleep.password()).isEmpty();
    }

    @Test
    void mark_realmIsAsked_isTheSameInOneRunOnly() {
        source.set("buymed.console.login", "realm");
        OperatorStore asleep = new OperatorStore(source.buymedConfig());

        String mark = asleep.mark().orElseThrow();
        source.set(KEY, UUID.randomUUID().toString());

        assertThat(asleep.mark()).contains(mark);
        assertThat(new OperatorStore(source.buymedConfig()).mark().orElseThrow())
                .isNotEqualTo(mark);
    }

    @Test
    void validate_credentialWithoutAPassword_isNotValidated() {
        assertThat(store.validate(new CallerOnlyCredential("operator")).getStatus())
                .isEqualTo(Status.NOT_VALIDATED);
    }

    @Test
    void validate_hashConfigured_takesItsPasswordOnly() throws Exception {
        String hash = hash(password);
        source.remove(KEY).set(HASH, hash + "\n");

        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.VALID);
        assertThat(logIn("operator", password + "x").getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", "").getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("operator", hash).getStatus()).isEqualTo(Status.INVALID);
        assertThat(logIn("Operator", password).getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_hashGivenBesideThePasswordLater_counts() throws Exception {
        String newer = UUID.randomUUID().toString();
        source.set(HASH, hash(newer));

        assertThat(logIn("operator", newer).getStatus()).isEqualTo(Status.VALID);
        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_hashMalformedLater_takesTheOneBefore() throws Exception {
        source.remove(KEY).set(HASH, hash(password));
        logIn("operator", password);

        source.set(HASH, UUID.randomUUID().toString());

        assertThat(logIn("operator", password).getStatus()).isEqualTo(Status.VALID);
    }

    @Test
    void mark_ofAnotherHash_isAnother() throws Exception {
        source.remove(KEY).set(HASH, hash(password));
        String first = store.mark().orElseThrow();

        source.set(HASH, hash(password));

        assertThat(store.mark()).isPresent();
        assertThat(store.mark().orElseThrow()).isNotEqualTo(first);
    }

    private static String hash(String password) throws GeneralSecurityException {
        byte[] salt = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 2048, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "PBKDF2WithHmacSHA512:2048:" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }

    private CredentialValidationResult logIn(String user, String password) {
        return store.validate(new UsernamePasswordCredential(user, password));
    }
}
