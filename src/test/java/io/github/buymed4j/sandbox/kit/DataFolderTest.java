package io.github.buymed4j.sandbox.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.buymed4j.sandbox.apps.App;
import io.github.buymed4j.sandbox.apps.AppDetails;
import io.github.buymed4j.sandbox.apps.Credentials;
import io.github.buymed4j.sandbox.apps.Scopes;
import io.github.buymed4j.sandbox.apps.Status;
import io.github.buymed4j.sandbox.http.Exchange;
import io.github.buymed4j.sandbox.http.Parameters;
import io.github.buymed4j.sandbox.http.Request;
import io.github.buymed4j.sandbox.logins.Passwords.Check;
import io.github.buymed4j.sandbox.pharmacy.Orders;
import io.github.buymed4j.sandbox.platform.Platform;
import io.github.buymed4j.sandbox.tokens.Grant;
import io.github.buymed4j.sandbox.tokens.IssuedTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    private static final Instant NOW = Instant.parse("2024-10-01T06:57:09.079Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int ITERATIONS = 2;

    @TempDir
    Path folder;

    private final Platform platform = Platform.empty(CLOCK, ITERATIONS);

    private void write() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            data.write(platform::kept);
        }
    }

    private Platform read(Clock clock) throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            return Platform.restored(clock, ITERATIONS, data.read().orElseThrow());
        }
    }

    private App approved(Credentials[] credentials) {
        App app = create("Phần mềm Đức");
        credentials[0] = platform.apps().approve(app.id());
        return platform.apps().get(app.id());
    }

    private App create(String name) {
        return platform.apps().create("developer", AppDetails.of(name, "https://app.example/back"), Scopes.ALL);
    }

    @Test
    void emptyFolder_hasNoState() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("new/one"))) {
            assertThat(data.read()).isEmpty();
        }
    }

    @Test
    void application_isReadBack_itsSecretIsNot() throws Exception {
        Credentials[] credentials = new Credentials[1];
        App app = approved(credentials);
        platform.apps().changeScope(app.id(), Scopes.ORDERS, Status.INACTIVE);
        write();
        Platform restored = read(CLOCK);
        assertThat(restored.apps().all()).isEqualTo(platform.apps().all());
        assertThat(authenticate(restored, credentials[0])).isPresent();
        assertThat(restored.apps()
                        .create("", AppDetails.of("next", ""), Scopes.ALL)
                        .id())
                .isNotEqualTo(app.id());
        assertThat(Files.readString(folder.resolve("sandbox.json"))).doesNotContain(credentials[0].clientSecret());
    }

    private static Optional<App> authenticate(Platform platform, Credentials credentials) {
        Request request = new Request("GET", "", "/", Parameters.decode(""), List.of(), "", "127.0.0.1", "127.0.0.1");
        return platform.apps().authenticate(new Exchange(request), credentials.clientId(), credentials.clientSecret());
    }

    @Test
    void deadSecret_isReadBackAsDead() throws Exception {
        Credentials[] credentials = new Credentials[1];
        App app = approved(credentials);
        Credentials regenerated = platform.apps().regenerateSecret(app.id());
        write();
        Platform restored = read(CLOCK);
        assertThat(authenticate(restored, credentials[0])).isEmpty();
        assertThat(authenticate(restored, regenerated)).isPresent();
        assertThat(restored.apps().get(app.id()).regeneratedAt()).contains(NOW);
    }

    @Test
    void secretThatNobodyHasSeen_isNotKept() throws Exception {
        App app = create("unseen");
        platform.apps().approveUnseen(app.id());
        write();
        assertThat(read(CLOCK).apps().hasUnseenSecret(app.id())).isFalse();
        assertThat(Files.readString(folder.resolve("sandbox.json")))
                .doesNotContain(platform.apps().reveal(app.id()).orElseThrow());
    }

    @Test
    void notices_areReadBackInTheirOrder() throws Exception {
        App app = approved(new Credentials[1]);
        platform.apps().decideScope(app.id(), Scopes.ORDERS, false, "Không cần thiết");
        write();
        assertThat(read(CLOCK).apps().notices().of("developer"))
                .hasSize(2)
                .isEqualTo(platform.apps().notices().of("developer"));
    }

    @Test
    void tokens_areReadBackByTheirHashes_expiredOnesAreNotKept() throws Exception {
        App app = approved(new Credentials[1]);
        IssuedTokens tokens = platform.tokens().issue(grant(app, Duration.ofDays(1)));
        IssuedTokens expired = platform.tokens().issue(grant(app, Duration.ZERO));
        write();
        Platform restored = read(CLOCK);
        assertThat(restored.tokens().findAccess(tokens.accessToken()))
                .isEqualTo(platform.tokens().findAccess(tokens.accessToken()))
                .isPresent();
        assertThat(restored.tokens().redeem(tokens.refreshToken(), app.id(), true))
                .isPresent();
        assertThat(restored.tokens().validAccess()).hasSize(1);
        assertThat(Files.readString(folder.resolve("sandbox.json")))
                .doesNotContain(tokens.accessToken(), tokens.refreshToken(), expired.accessToken());
    }

    private static Grant grant(App app, Duration lifetime) {
        return new Grant(app.id(), "7", Set.of(Scopes.PROFILE), lifetime, lifetime, true);
    }

    @Test
    void peopleAndPharmacies_areReadBack() throws Exception {
        platform.developers().set("developer", "pw_one", false);
        platform.developers().set("administrator", "pw_three", true);
        platform.accounts().named("7");
        platform.accounts().passwords().set("7", "pw_two");
        write();
        Platform restored = read(CLOCK);
        assertThat(restored.developers().passwords().check("developer", "pw_one", ""))
                .isEqualTo(Check.RIGHT);
        assertThat(restored.developers().passwords().check("administrator", "pw_three", ""))
                .isEqualTo(Check.RIGHT);
        assertThat(restored.developers().isAdministrator("administrator")).isTrue();
        assertThat(restored.developers().isAdministrator("developer")).isFalse();
        assertThat(restored.accounts().passwords().check("7", "pw_two", "")).isEqualTo(Check.RIGHT);
        assertThat(restored.accounts().named("7")).isEqualTo(platform.accounts().named("7"));
        assertThat(restored.accounts().named("8").number())
                .isGreaterThan(platform.accounts().named("7").number());
        assertThat(Files.readString(folder.resolve("sandbox.json"))).doesNotContain("pw_one", "pw_two", "pw_three");
    }

    @Test
    void agreement_isReadBackWithItsTime() throws Exception {
        assertThat(platform.developers().signUp("nguyen.an", "pw_four")).isTrue();
        write();
        assertThat(read(CLOCK).developers().agreedAt("nguyen.an")).contains(NOW);
        assertThat(read(CLOCK).developers().agreedAt("developer")).isEmpty();
    }

    @Test
    void ordersAndProducts_areMadeAgain() throws Exception {
        long first = platform.orders().make(Orders.ANYBODY, 1000, NOW.minusSeconds(5000), NOW, "");
        platform.orders().make("7", 3, NOW, NOW, "PENDING");
        platform.orders().changeStatus(first + 1, "CANCELLED", NOW.plusSeconds(1));
        platform.products().add(10);
        write();
        Platform restored = read(CLOCK);
        assertThat(restored.kept()).isEqualTo(platform.kept());
        assertThat(restored.orders().make("7", 1, NOW, NOW, "")).isEqualTo(first + 1003);
        platform.orders().clear();
        write();
        assertThat(read(CLOCK).orders().batches()).isEmpty();
    }

    @Test
    void tornWrite_leavesTheStateBeforeIt() throws Exception {
        Credentials[] credentials = new Credentials[1];
        approved(credentials);
        write();
        String whole = Files.readString(folder.resolve("sandbox.json"));
        Files.writeString(folder.resolve("sandbox.json.new"), whole.substring(0, whole.length() / 2));
        assertThat(read(CLOCK).kept()).isEqualTo(platform.kept());
        create("later");
        write();
        assertThat(read(CLOCK).kept()).isEqualTo(platform.kept());
    }

    @Test
    void unchangedState_isNotWrittenAgain() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            data.write(platform::kept);
            Files.delete(folder.resolve("sandbox.json"));
            data.write(platform::kept);
            assertThat(folder.resolve("sandbox.json")).doesNotExist();
            platform.products().add(1);
            data.write(platform::kept);
            assertThat(folder.resolve("sandbox.json")).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"format\":2,\"apps\":[],\"notices\":{},\"developers\":{},\"administrators\":[],\"agreements\":{},\"accounts\":[],\"pharmacies\":{},\"accessTokens\":{},"
                        + "\"refreshTokens\":{},\"orders\":[],\"changedOrders\":[],\"products\":1}"
            })
    void fileThatIsNotOurs_isRefusedAndLeftAlone(String text) throws Exception {
        Files.writeString(folder.resolve("sandbox.json"), text);
        try (DataFolder data = DataFolder.open(folder)) {
            assertThatIllegalStateException()
                    .isThrownBy(data::read)
                    .withMessageStartingWith("sandbox.json is not a state of this version");
        }
        assertThat(Files.readString(folder.resolve("sandbox.json"))).isEqualTo(text);
    }
}
