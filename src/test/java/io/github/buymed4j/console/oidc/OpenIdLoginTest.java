package io.github.buymed4j.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.buymed4j.Canary;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.SettableSource;
import jakarta.json.Json;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdLoginTest {

    private static final String REDIRECT = "https://console.example/shop/oidc/callback";

    private final MovingClock clock = new MovingClock();
    private final String clientSecret = Canary.secret() + "+/ &%";
    private final FakeProvider provider = new FakeProvider("127.0.0.1", clientSecret, clock);
    private final SettableSource source = SettableSource.of(Map.of(
            "buymed.console.login",
            "oidc",
            "buymed.console.oidc.issuer",
            provider.issuer(),
            "buymed.console.oidc.client-id",
            FakeProvider.CLIENT,
            "buymed.console.oidc.client-secret",
            clientSecret + "\n",
            "buymed.console.oidc.redirect-uri",
            REDIRECT));
    private final PendingLogin pending = PendingLogin.begin();

    @AfterEach
    void close() {
        provider.close();
    }

    private OpenIdLogin login() {
        return new OpenIdLogin(source.buymedConfig(), clock);
    }

    private CredentialValidationResult logIn() {
        OpenIdLogin login = login();
        return login.validate(code(provider.allowed(login.loginPage(pending)), pending));
    }

    private static AuthorizationCode code(Map<String, String> answer, PendingLogin pending) {
        return new AuthorizationCode(Secret.of(answer.getOrDefault("code", "none")), pending);
    }

    @Test
    void loginPage_ofTheProvider_asksForACodeTiedToTheSession() {
        URI page = login().loginPage(pending);

        assertThat(page.toString())
                .startsWith(provider.issuer() + "/authorize?")
                .doesNotContain(pending.verifier());
        assertThat(page.getQuery())
                .contains("response_type=code", "scope=openid+profile", "code_challenge_method=S256")
                .contains("redirect_uri=" + REDIRECT, "state=" + pending.state(), "nonce=" + pending.nonce());
    }

    @Test
    void loginPage_addressWithAQuery_keepsIt() {
        provider.metadata(json -> json.add("authorization_endpoint", provider.issuer() + "/authorize?p=policy"));

        assertThat(login().loginPage(pending).toString()).contains("/authorize?p=policy&response_type=code");
    }

    @Test
    void validate_userWithTheRole_isLetInByTheNameForPeople() {
        CredentialValidationResult result = logIn();

        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("an");
        assertThat(result.getCallerGroups()).containsExactly("operator");
    }

    @Test
    void validate_nameFromOutside_isOneVisibleLine() {
        provider.user(Map.of("preferred_username", "an\n\u202Eadmin", "groups", "operator"));
        assertThat(logIn().getCallerPrincipal().getName()).isEqualTo("an \\u202eadmin");

        provider.user(Map.of("groups", "operator"));
        assertThat(logIn().getCallerPrincipal().getName()).isEqualTo("4711");
    }

    @Test
    void validate_providerThatTakesTheSecretInTheForm_getsItThere() {
        provider.metadata(json -> json.add(
                "token_endpoint_auth_methods_supported",
                Json.createArrayBuilder().add("client_secret_post")));

        assertThat(logIn().getStatus()).isEqualTo(Status.VALID);
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("groups", "operator", Map.of("groups", List.of("operator")), true),
                Arguments.of("groups", "operator", Map.of("groups", "operator"), true),
                Arguments.of("groups", "operator", Map.of("groups", List.of("operators", "Operator")), false),
                Arguments.of("groups", "operator", Map.of("groups", "operators"), false),
                Arguments.of("groups", "operator", Map.of("groups", true), false),
                Arguments.of("groups", "operator", Map.of("groups", List.of()), false),
                Arguments.of("groups", "operator", Map.of(), false),
                Arguments.of("realm_access.roles", "op", Map.of("realm_access", Map.of("roles", List.of("op"))), true),
                Arguments.of("realm_access.roles", "op", Map.of("realm_access", List.of("op")), false),
                Arguments.of("https://c.example/roles", "op", Map.of("https://c.example/roles", List.of("op")), true));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void validate_roleOfTheConfiguredClaim_decides(
            String claim, String role, Map<String, Object> user, boolean allowed) {
        source.set("buymed.console.oidc.role-claim", claim).set("buymed.console.oidc.role", role);
        provider.user(user);

        assertThat(logIn().getStatus()).isEqualTo(allowed ? Status.VALID : Status.INVALID);
    }

    /** What is wrong with a token's claims, by what changes them. */
    static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
        Instant begin = new MovingClock().instant();
        return Stream.of(
                claims -> claims.issuer("https://other.example"),
                claims -> claims.audience("another client"),
                claims -> claims.audience(List.of(FakeProvider.CLIENT, "another client")),
                claims -> claims.claim("azp", "another client"),
                claims -> claims.claim("nonce", "of another login"),
                claims -> claims.claim("nonce", null),
                claims -> claims.expirationTime(Date.from(begin.minusSeconds(61))),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(Date.from(begin.plusSeconds(120))),
                claims -> claims.issueTime(null),
                claims -> claims.subject(null));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void validate_tokenWithAWrongClaim_isInvalid(UnaryOperator<JWTClaimsSet.Builder> wrong) {
        provider.claims(wrong);

        assertThat(logIn().getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_severalAudiencesAndThisAuthorizedParty_isValid() {
        provider.claims(claims ->
                claims.audience(List.of(FakeProvider.CLIENT, "another client")).claim("azp", FakeProvider.CLIENT));

        assertThat(logIn().getStatus()).isEqualTo(Status.VALID);
    }

    @Test
    void validate_tokenSignedByAnotherKey_isInvalid() {
        provider.signedWith(FakeProvider.key());

        assertThat(logIn().getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_tokenNotSigned_isInvalid() {
        provider.token(token -> new PlainJWT(claimsOf(token)).serialize());

        assertThat(logIn().getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_tokenSignedWithTheClientsSecret_isInvalid() {
        provider.token(token -> {
            SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claimsOf(token));
            try {
                forged.sign(new MACSigner(clientSecret));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            return forged.serialize();
        });

        assertThat(logIn().getStatus()).isEqualTo(Status.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c"})
    void validate_noToken_isInvalid(String text) {
        provider.token(token -> text);

        assertThat(logIn().getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_codeOfAnotherBrowser_isInvalid() {
        OpenIdLogin login = login();
        Map<String, String> answer = provider.allowed(login.loginPage(pending));

        assertThat(login.validate(code(answer, PendingLogin.begin())).getStatus())
                .isEqualTo(Status.INVALID);
    }

    @Test
    void validate_codeUsedTwice_isInvalid() {
        OpenIdLogin login = login();
        AuthorizationCode code = code(provider.allowed(login.loginPage(pending)), pending);
        login.validate(code);

        assertThat(login.validate(code).getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void validate_clientSecretChanged_takesTheNewOne() {
        OpenIdLogin login = login();
        source.set("buymed.console.oidc.client-secret", Canary.secret());
        assertThat(login.validate(code(provider.allowed(login.loginPage(pending)), pending))
                        .getStatus())
                .isEqualTo(Status.INVALID);

        source.set("buymed.console.oidc.client-secret", clientSecret);

        assertThat(login.validate(code(provider.allowed(login.loginPage(pending)), pending))
                        .getStatus())
                .isEqualTo(Status.VALID);
    }

    @Test
    void validate_anotherLoginOrCredential_asksNotTheProvider() {
        assertThat(login().validate(new CallerOnlyCredential("an")).getStatus()).isEqualTo(Status.NOT_VALIDATED);
        source.set("buymed.console.login", "password");
        assertThat(login().validate(code(Map.of(), pending)).getStatus()).isEqualTo(Status.NOT_VALIDATED);

        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void metadata_withinTenMinutes_isAskedForOnce() {
        OpenIdLogin login = login();
        login.loginPage(pending);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        login.loginPage(pending);
        assertThat(provider.asked()).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        login.loginPage(pending);

        assertThat(provider.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://provider.example/x", "ftp://127.0.0.1/", "/authorize", "", "not a url", "javascript:x"})
    void loginPage_endpointWithoutHttps_isRefused(String address) {
        provider.metadata(json -> json.add("token_endpoint", address));

        assertThatExceptionOfType(OpenIdException.class)
                .isThrownBy(() -> login().loginPage(pending))
                .withMessageContaining("token_endpoint");
    }

    @Test
    void loginPage_metadataOfAnotherIssuer_isRefused() {
        provider.metadata(json -> json.add("issuer", "https://other.example"));

        assertThatExceptionOfType(OpenIdException.class)
                .isThrownBy(() -> login().loginPage(pending))
                .withMessageContaining(provider.issuer());
    }

    @Test
    void loginPage_providerAway_saysSo() {
        provider.close();

        assertThatExceptionOfType(OpenIdException.class)
                .isThrownBy(() -> login().loginPage(pending))
                .withMessageContaining("127.0.0.1 did not answer");
    }

    @Test
    void logoutPage_ofTheProvider_leadsBackToTheLoginPage() {
        assertThat(login().logoutPage().orElseThrow().getQuery())
                .contains("post_logout_redirect_uri=https://console.example/shop/login.xhtml", "client_id=");
    }

    @Test
    void logoutPage_providerWithoutOne_isNone() {
        provider.metadata(json -> json.remove("end_session_endpoint"));

        assertThat(login().logoutPage()).isEmpty();
    }

    @Test
    void pending_printed_showsNoVerifier() {
        assertThat(pending.toString() + code(Map.of("code", "abc"), pending)).doesNotContain(pending.verifier(), "abc");
        assertThat(pending.isAnsweredBy(pending.state())).isTrue();
        assertThat(pending.isAnsweredBy(PendingLogin.begin().state())).isFalse();
        assertThat(pending.isAnsweredBy(null)).isFalse();
    }

    private static JWTClaimsSet claimsOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
