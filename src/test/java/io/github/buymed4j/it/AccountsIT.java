package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.accounts.TestKeys;
import io.github.buymed4j.server.SecretFile;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's application that connects pharmacies and calls for them, tokens in the server's default data source. */
@ExtendWith(ArquillianExtension.class)
class AccountsIT {

    private static final SandboxApp APP = SandboxApp.named("accounts");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return AccountsWar.of(
                "accounts",
                APP,
                Map.of(
                        "buymed.accounts.keys-file",
                        SecretFile.holding(TestKeys.set("k1")).toString()));
    }

    /** Open Liberty's default executor takes no context of others along, one that an application defines does. */
    static Stream<String> ways() {
        Stream<String> onAll = Stream.of(
                "facade",
                "shortcut",
                "shortcut-inside-another",
                "own-interface",
                "completion-stage",
                "after-completion-stage",
                "managed-executor",
                "managed-completion");
        boolean takesIt = !System.getProperty("arquillian.launch").equals("open-liberty");
        return Stream.concat(onAll, takesIt ? Stream.of("default-executor") : Stream.of());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void call_forAnAccount_isThatPharmacys(String way) {
        stored("calls-" + way, "P10D");
        String name = APP.nameOf("calls-" + way, "Nhà thuốc " + way);

        assertThat(page().call("call", "calls-" + way, way)).isEqualTo(name);
        assertThat(page().call("call", "nobody", "unbound")).isNotEqualTo(name).doesNotContain("Exception");
    }

    @Test
    void work_onAManagedExecutor_leavesNoAccountOnItsThread() {
        stored("left", "P10D");

        assertThat(page().call("left", "left", "")).isEqualTo("Optional.empty");
    }

    @Test
    void pharmacy_consents_isConnectedAndItsProfileIsRead() {
        String name = APP.nameOf("consenting", "Nhà thuốc Đồng Ý");
        Owner owner = new Owner(page().base(), APP, "consenting");

        assertThat(owner.connect("tenant-1")).isEqualTo("CONNECTED /pharmacies");
        assertThat(page().call("call", "tenant-1", "facade")).isEqualTo(name);
        assertThat(page().call("dump", "tenant-1", "")).contains("tenant-1").doesNotContain("_sandbox_");
    }

    @Test
    void pharmacy_anotherThanBefore_isConnectedAndToldApart() {
        assertThat(new Owner(page().base(), APP, "meant").connect("tenant-4")).isEqualTo("CONNECTED /pharmacies");

        assertThat(new Owner(page().base(), APP, "chosen").connect("tenant-4"))
                .isEqualTo("CONNECTED_ANOTHER_PHARMACY /pharmacies?connection=connected-another-pharmacy");
    }

    @Test
    void pharmacy_refuses_isNotConnectedAndACallSaysWhereToConnect() {
        Owner owner = new Owner(page().base(), APP, "refusing");

        assertThat(owner.refuse("tenant-2")).isEqualTo("DENIED /pharmacies?connection=denied");
        assertThat(page().call("call", "tenant-2", "facade"))
                .startsWith("AuthorizationRequiredException")
                .contains("/buymed/connect?account=tenant-2");
    }

    @Test
    void callback_inAnotherBrowser_isAStrangers() {
        Owner owner = new Owner(page().base(), APP, "victim");
        URI back = owner.decide(owner.begin("tenant-3"), "allow");

        assertThat(new Owner(page().base(), APP, "stranger").comeBack(back)).isEqualTo("FORGED -");
        assertThat(owner.comeBack(back)).isEqualTo("CONNECTED /pharmacies");
        assertThat(owner.comeBack(back)).isEqualTo("REPLAYED /pharmacies?connection=replayed");
    }

    @Test
    void callback_inTwoTabs_connectsBoth() {
        Owner owner = new Owner(page().base(), APP, "two-tabs");
        URI first = owner.begin("tab-1");
        URI second = owner.begin("tab-2");

        assertThat(owner.comeBack(owner.decide(second, "allow"))).isEqualTo("CONNECTED /pharmacies");
        assertThat(owner.comeBack(owner.decide(first, "allow"))).isEqualTo("CONNECTED /pharmacies");
    }

    @ParameterizedTest
    @CsvSource({"facade", "own-interface", "completion-stage"})
    void call_scopeNotGranted_namesIt(String way) {
        page().store("narrow", APP.tokensOf("narrow", "pharmacy:order:read"), "P10D");

        assertThat(page().call("call", "narrow", way))
                .startsWith("AccessForbiddenException")
                .contains("scope pharmacy:profile:read", "portal");
    }

    @Test
    void call_tokenExpired_isRenewed() {
        stored("expired", "-PT1H");
        String name = APP.nameOf("expired", "Nhà thuốc Hết Hạn");

        assertThat(page().call("call", "expired", "facade")).isEqualTo(name);
    }

    @Test
    void thousandCalls_onAnExpiredToken_areOneRefresh() {
        stored("crowded", "-PT1H");
        String name = APP.nameOf("crowded", "Nhà thuốc Đông Khách");
        int before = APP.tokenRequests();

        String names = page().call("together", "crowded", "1000");

        assertThat(names).isEqualTo("{" + name + "=1000}");
        assertThat(APP.tokenRequests() - before).isEqualTo(1);
    }

    @Test
    void tokens_swappedBetweenAccounts_areRefusedAndOthersGoOn() {
        stored("thief", "P10D");
        stored("robbed", "P10D");
        page().call("swap", "thief", "robbed");

        assertThat(page().call("call", "thief", "facade"))
                .startsWith("TokensUnreadableException")
                .contains("another account");
        assertThat(page().call("call", "robbed", "facade")).doesNotContain("Exception");
    }

    @Test
    void disconnect_connectedAccount_callsSaySo() {
        stored("leaving", "P10D");
        page().call("call", "leaving", "facade");

        assertThat(page().call("disconnect", "leaving", "")).isEqualTo("true");
        assertThat(page().call("call", "leaving", "facade")).startsWith("AuthorizationRequiredException");
    }

    private ClinicPage page() {
        return new ClinicPage(URI.create(base.toString()));
    }

    private void stored(String account, String life) {
        page().store(account, APP.tokensOf(account), life);
    }
}
