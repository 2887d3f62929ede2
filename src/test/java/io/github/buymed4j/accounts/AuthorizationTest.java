package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.Serialized;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.FakePlatform.Fault;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of an authorization but the browser, and the table of bad callbacks. */
class AuthorizationTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");

    private final SettableSource config = Configured.accounts();
    private final FakePlatform platform = new FakePlatform();
    private final MovingClock clock = new MovingClock();
    private final TokenStore store = Databases.store(Databases.h2());
    private final PendingAuthorizations session = new PendingAuthorizations();

    private Customers customers = account -> null;
    private final List<String> events = new ArrayList<>();

    private Authorization browser(PendingAuthorizations its) {
        BuymedConfig current = config.buymedConfig();
        Node node = new Node(current, store, platform.service(current), clock);
        node.customers = customers;
        node.whenTold = type -> events.add(type.name());
        return node.authorization(its);
    }

    private AuthorizationOutcome connect() {
        return callback("state", state(begin("/x")), "code", platform.code());
    }

    private @Nullable Long customerId() {
        return store.find(PHARMACY).orElseThrow().customerId();
    }

    @Test
    void customer_ofTheFirstAuthorization_isKept() {
        customers = account -> 43_473L;

        assertThat(connect().kind()).isEqualTo(Kind.CONNECTED);
        assertThat(customerId()).isEqualTo(43_473L);
    }

    @Test
    void customer_theSameAgain_isConnected() {
        customers = account -> 43_473L;
        connect();

        assertThat(connect().kind()).isEqualTo(Kind.CONNECTED);
    }

    @Test
    void customer_anotherThanBefore_isItsOwnOutcomeAndEvent() {
        customers = account -> 43_473L;
        connect();
        customers = account -> 5L;

        AuthorizationOutcome outcome = connect();

        assertThat(outcome.kind()).isEqualTo(Kind.CONNECTED_ANOTHER_PHARMACY);
        assertThat(outcome.isConnected()).isTrue();
        assertThat(outcome.location()).contains("/x?connection=connected-another-pharmacy");
        assertThat(customerId()).isEqualTo(5L);
        assertThat(events).containsExactly("CONNECTED", "CONNECTED", "CONNECTED_ANOTHER_PHARMACY");
    }

    @Test
    void customer_profileFails_isConnectedAndTheLastOneIsKept() {
        customers = account -> 43_473L;
        connect();
        customers = account -> {
            throw new IllegalStateException("whatever");
        };
        assertThat(connect().kind()).isEqualTo(Kind.CONNECTED);
        assertThat(customerId()).isEqualTo(43_473L);
        customers = account -> 5L;

        assertThat(connect().kind()).isEqualTo(Kind.CONNECTED_ANOTHER_PHARMACY);
    }

    @Test
    void customer_profileNotGranted_isNotAskedFor() {
        platform.scopes = "pharmacy:order:read";
        customers = account -> {
            throw new AssertionError("asked");
        };

        assertThat(connect().kind()).isEqualTo(Kind.CONNECTED_WITH_FEWER_SCOPES);
        assertThat(customerId()).isNull();
    }

    @Test
    void page_withoutPkce_hasNoChallengeAndTheCodeNoVerifier() {
        assertThat(begin("/").getRawQuery()).doesNotContain("code_challenge");

        connect();

        assertThat(platform.bodies).singleElement().asString().doesNotContain("code_verifier");
    }

    @Test
    void page_withPkce_hasTheChallengeOfTheVerifierThatTheCodeIsExchangedWith() throws Exception {
        config.set("buymed.authorize.pkce", "true");
        URI page = begin("/");

        callback("state", state(page).replaceFirst("&.*", ""), "code", platform.code());

        String verifier = platform.bodies.get(0).replaceFirst(".*\"code_verifier\":\"([A-Za-z0-9_-]{43})\".*", "$1");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(page.getRawQuery())
                .endsWith("&code_challenge="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(digest)
                        + "&code_challenge_method=S256");
    }

    @Test
    void session_withPkce_isSerializedWholeAndPrintsNoVerifier() {
        config.set("buymed.authorize.pkce", "true");
        String state = state(begin("/")).replaceFirst("&.*", "");
        PendingAuthorizations moved = Serialized.copyOf(session);

        assertThat(callback(moved, "state", state, "code", platform.code()).kind())
                .isEqualTo(Kind.CONNECTED);
        assertThat(String.valueOf(session.take(state))).hasToString("an authorization of the account pharmacy-1");
    }

    private URI begin(String returnTo) {
        return browser(session).page(PHARMACY, new ReturnPath(returnTo), "buymed_app_1");
    }

    private static String state(URI page) {
        return page.getRawQuery().replaceFirst(".*&state=", "");
    }

    private AuthorizationOutcome callback(String... parameters) {
        return callback(session, parameters);
    }

    private AuthorizationOutcome callback(PendingAuthorizations its, String... parameters) {
        Map<String, String> query = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], parameters[i + 1]);
        }
        return browser(its).complete(query::get);
    }

    @Test
    void page_forAnAccount_isTheDocumentedAddress() {
        URI page = begin("/");

        assertThat(page)
                .hasToString("https://thuocsi.vn/oauth/authorize?responseType=code&clientID=buymed_app_1"
                        + "&redirectUri=http%3A%2F%2F127.0.0.1%3A8080%2Fbuymed%2Fcallback"
                        + "&scope=pharmacy%3Aprofile%3Aread%20pharmacy%3Aproduct%3Aread%20pharmacy%3Aorder%3Aread"
                        + "&state=" + state(page));
    }

    @Test
    void page_otherSpellings_areSentAsConfigured() {
        config.set("buymed.authorize.client-id-parameter", "client_id")
                .set("buymed.authorize.scope-separator", "comma")
                .set("buymed.scopes", "pharmacy:orders:read, pharmacy:profile:read");

        assertThat(begin("/").getRawQuery())
                .contains("&client_id=buymed_app_1&")
                .contains("&scope=pharmacy%3Aorders%3Aread%2Cpharmacy%3Aprofile%3Aread&");
    }

    @Test
    void page_eachTime_hasAnotherStateOf128Bits() {
        Stream<String> states = Stream.generate(() -> state(begin("/"))).limit(10);

        assertThat(states).doesNotHaveDuplicates().allMatch(state -> state.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void callback_withCode_connectsAndReturns() {
        String state = state(begin("/pharmacies/7?tab=orders"));

        AuthorizationOutcome outcome = callback("state", state, "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(Kind.CONNECTED);
        assertThat(outcome.account()).contains(PHARMACY);
        assertThat(outcome.location()).contains("/pharmacies/7?tab=orders");
        assertThat(store.find(PHARMACY)).isPresent();
    }

    @Test
    void callback_withCode_storesNoTokenInClearText() {
        callback("state", state(begin("/")), "code", platform.code());

        StoredAccount stored = store.find(PHARMACY).orElseThrow();

        assertThat(platform.issuedSecrets).isNotEmpty().noneMatch(stored.toString()::contains);
    }

    @Test
    void exchange_request_carriesTheCredentialsInTheBody() {
        String code = platform.code();
        callback("state", state(begin("/")), "code", code);

        assertThat(platform.bodies)
                .singleElement()
                .asString()
                .contains("\"code\":\"" + code + "\"")
                .contains("\"clientId\":\"buymed_app_1\"")
                .contains("\"clientSecret\":\"sk_sandbox_")
                .contains("\"grantType\":\"authorization_code\"");
    }

    @Test
    void exchange_otherSpellingOfTheClientId_isSentAsConfigured() {
        config.set("buymed.iam.client-id-field", "clientID");

        callback("state", state(begin("/")), "code", platform.code());

        assertThat(platform.bodies).singleElement().asString().contains("\"clientID\":\"buymed_app_1\"");
    }

    @Test
    void callback_scopeReducedByTheUser_isConnectedAndNamesWhatIsMissing() {
        platform.scopes = "pharmacy:profile:read,pharmacy:product:read";

        AuthorizationOutcome outcome = callback("state", state(begin("/x")), "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(Kind.CONNECTED_WITH_FEWER_SCOPES);
        assertThat(outcome.missingScopes()).containsExactly("pharmacy:order:read");
        assertThat(outcome.location()).contains("/x?connection=connected-with-fewer-scopes");
    }

    @ParameterizedTest
    @CsvSource({
        "pharmacy:order:read pharmacy:product:read, pharmacy:orders:read pharmacy:products:read",
        "pharmacy:orders:read, pharmacy:order:read",
        "pharmacy:profile:read, pharmacy:profiles:read"
    })
    void callback_scopeInTheOtherSpelling_isGranted(String asked, String granted) {
        config.set("buymed.scopes", asked);
        platform.scopes = granted;

        AuthorizationOutcome outcome = callback("state", state(begin("/x")), "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(Kind.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DENIED",
        "invalid_scope, REQUEST_REFUSED",
        "invalid_request, REQUEST_REFUSED",
        "unauthorized_client, REQUEST_REFUSED",
        "unsupported_response_type, REQUEST_REFUSED",
        "<script>, REQUEST_REFUSED"
    })
    void callback_withError_isItsOutcomeAndConnectsNothing(String error, Kind kind) {
        AuthorizationOutcome outcome =
                callback("state", state(begin("/a?b=c#d")), "error", error, "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.location().orElseThrow())
                .startsWith("/a?b=c&connection=")
                .doesNotContain("script");
        assertThat(store.find(PHARMACY)).isEmpty();
        assertThat(platform.requests).hasValue(0);
    }

    @Test
    void callback_withoutState_isAStrangers() {
        begin("/secret-place");

        assertStranger(callback("code", platform.code()), Kind.MISSING);
        assertStranger(callback("state", " ", "code", platform.code()), Kind.MISSING);
        assertStranger(callback(), Kind.MISSING);
        assertStranger(callback("error", "access_denied"), Kind.MISSING);
    }

    @Test
    void callback_withForeignState_isAStrangers() {
        begin("/secret-place");

        assertStranger(callback("state", "AAAAAAAAAAAAAAAAAAAAAA", "code", platform.code()), Kind.FORGED);
    }

    @Test
    void callback_inAnotherSession_isAStrangersAndLeavesTheStateGood() {
        String state = state(begin("/"));
        PendingAuthorizations other = new PendingAuthorizations();

        assertStranger(callback(other, "state", state, "code", platform.code()), Kind.FORGED);
        assertThat(callback("state", state, "code", platform.code()).kind()).isEqualTo(Kind.CONNECTED);
    }

    @Test
    void callback_withUsedState_isReplayedAndSendsNothing() {
        String state = state(begin("/"));
        callback("state", state, "code", platform.code());

        assertThat(callback("state", state, "code", platform.code()).kind()).isEqualTo(Kind.REPLAYED);
        assertThat(platform.requests).hasValue(1);
    }

    @Test
    void callback_afterTenMinutes_isExpired() {
        String state = state(begin("/"));
        clock.advance(Duration.ofMinutes(10));

        AuthorizationOutcome outcome = callback("state", state, "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(outcome.location()).contains("/?connection=expired");
        assertThat(platform.requests).hasValue(0);
    }

    @Test
    void callback_justBeforeTenMinutes_isGood() {
        String state = state(begin("/"));
        clock.advance(Duration.ofMinutes(10).minusMillis(1));

        assertThat(callback("state", state, "code", platform.code()).kind()).isEqualTo(Kind.CONNECTED);
    }

    @Test
    void callback_withNeitherCodeNorError_isIncomplete() {
        assertThat(callback("state", state(begin("/"))).kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void callback_codeRefused_isItsOutcome() {
        platform.fault = Fault.CODE_REFUSED;

        AuthorizationOutcome outcome = callback("state", state(begin("/")), "code", platform.code());

        assertThat(outcome.kind()).isEqualTo(Kind.CODE_REFUSED);
        assertThat(store.find(PHARMACY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_REFUSED", "TIMEOUT_PROCESSED", "UNREADABLE", "SERVER_ERROR", "CLIENT_REJECTED"})
    void callback_platformFails_isUnavailableAndAskedOnce(Fault fault) {
        platform.fault = fault;

        assertThat(callback("state", state(begin("/")), "code", platform.code()).kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(platform.requests).hasValue(1);
    }

    @Test
    void callback_inTwoTabs_bothAreGoodAndTheLastOneCounts() {
        String first = state(begin("/first"));
        String second = state(begin("/second"));

        assertThat(callback("state", second, "code", platform.code()).location())
                .contains("/second");
        String sealed = store.find(PHARMACY).orElseThrow().sealedTokens();
        assertThat(callback("state", first, "code", platform.code()).location()).contains("/first");
        assertThat(store.find(PHARMACY).orElseThrow().sealedTokens()).isNotEqualTo(sealed);
    }

    @Test
    void session_withManyTabs_keepsTheLastSixteen() {
        String oldest = state(begin("/"));
        Stream.generate(() -> begin("/")).limit(16).forEach(page -> {});

        assertStranger(callback("state", oldest, "code", platform.code()), Kind.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pharmacies",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/a\nLocation: https://evil.example",
                "/a\r\nSet-Cookie: a=b",
                "/../other-application",
                "/a/..",
                "/a/%2e%2E/b",
                "/..;/other",
                "javascript:alert(1)",
                "/a b",
                "/a\u0000",
                "/tiếng-việt",
                "/..%2fother",
                "/%2e%2e%2Fother",
                "/a/..%2F..%2Fother",
                "/..%5cother",
                "/a%5c..%5cother",
                "/%5c%5cevil.example",
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/a//b",
                "/;/evil.example",
                "/..;x=1/other",
                "/..%3bx/other",
                "/%252e%252e%252fother",
                "/a%25/b",
                "/%c0%ae%c0%ae/other",
                "/..%c0%afother",
                "/a%00",
                "/a%0d%0aSet-Cookie:x",
                "/a%c2%85b",
                "/a%3f/../other",
                "/.",
                "/a/.../b",
                "?a=b",
                "relative"
            })
    void returnTo_thatIsNotAPathOfThisApplication_isRefusedAtTheStart(String returnTo) {
        assertThatThrownBy(() -> begin(returnTo)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/pharmacies/7",
                "/pharmacies/7/",
                "/p?a=b&c=%20d",
                "/p?next=%2Fa%2F..%2Fb//c",
                "/p;v=1/x",
                "/p/.well-known/x",
                "/a..b",
                "/nh%C3%A0-thu%E1%BB%91c%20an",
                "/p#top"
            })
    void returnTo_thatIsAPathOfThisApplication_isTaken(String returnTo) {
        assertThat(new ReturnPath(returnTo).value()).isEqualTo(returnTo);
    }

    private static void assertStranger(AuthorizationOutcome outcome, Kind kind) {
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.account()).isEmpty();
        assertThat(outcome.location()).isEmpty();
    }
}
