package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.console.Run.Login;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pharmacy authorizes after {@code ./run}, in a real browser, which meets the platform as another site. */
@Tag("browser")
class ConnectBrowserIT {

    private static final String SECRETS = "(?s).*(sk|at|rt)_sandbox_[A-Za-z0-9]{40}.*";

    private static Run run;
    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        run = Run.shared();
    }

    @BeforeEach
    void logIn() {
        browser = Browser.one(run.address())
                .open("")
                .logIn(run.user(), run.password())
                .open("accounts.xhtml");
    }

    @Test
    void connect_pharmacyAllows_itsProfileIsRead() throws Exception {
        Login pharmacy = run.pharmacy("an-khang", "Nhà thuốc Đồng Ý");

        connect("tenant-7", pharmacy, "allow");
        assertThat(browser.text("connected")).contains("tenant-7", "Connected", "pharmacy:profile:read");
        assertThat(browser.url()).isEqualTo(run.address() + "accounts.xhtml");
        browser.type("pharmacies:account", "tenant-7").press("pharmacies:profile");

        assertThat(browser.text("verdict")).isEqualTo("Success");
        assertThat(browser.text("detail")).startsWith("Nhà thuốc Đồng Ý, customer ");
        assertThat(browser.source().matches(SECRETS)).as("a secret in the page").isFalse();
    }

    @Test
    void connect_pharmacyDenies_isNotConnected() throws Exception {
        Login pharmacy = run.pharmacy("minh-duc", "Quầy thuốc Từ Chối");

        connect("tenant-8", pharmacy, "deny");

        assertThat(browser.text("notice")).isEqualTo("Authorization: denied");
        assertThat(browser.source()).doesNotContain("tenant-8");
        browser.type("pharmacies:account", "tenant-8").press("pharmacies:profile");
        assertThat(browser.text("verdict")).isEqualTo("AuthorizationRequiredException");
        assertThat(browser.text("detail")).contains("tenant-8", "/accounts.xhtml?account=tenant-8");
    }

    @Test
    void disconnect_connectedPharmacy_isGone() throws Exception {
        connect("tenant-9", run.pharmacy("hong-ngoc", "Nhà thuốc Hồng Ngọc"), "allow");

        browser.type("pharmacies:account", "tenant-9").tick("ask");
        assertThat(browser.barriers()).isEmpty();
        browser.press("pharmacies:disconnect");

        assertThat(browser.text("pharmacies:messages")).isEqualTo("Disconnected: tenant-9");
        assertThat(browser.open("security.xhtml").source()).contains("operator disconnected a pharmacy: tenant-9");
        assertThat(browser.open("accounts.xhtml?part=tenant-9").text("nothing")).isEqualTo("No account found.");
    }

    @Test
    void disconnect_forgedFromElsewhere_disconnectsNothing() throws Exception {
        connect("tenant-12", run.pharmacy("tan-phu", "Nhà thuốc Tân Phú"), "allow");

        browser.type("pharmacies:account", "tenant-12").tick("ask").forgeViewState();
        browser.press("pharmacies:disconnect");
        browser.open("accounts.xhtml?pharmacies=pharmacies&pharmacies%3Aaccount=tenant-12&pharmacies%3Adisconnect=x");

        assertThat(browser.open("accounts.xhtml?account=tenant-12").text("chosen"))
                .contains("Connected");
    }

    @Test
    void page_connectedPharmacy_isFoundAndChosen() throws Exception {
        connect("tenant-13", run.pharmacy("binh-an", "Nhà thuốc Bình An"), "allow");

        browser.open("accounts.xhtml").type("part", "T-13").press("find");
        assertThat(browser.text("connected")).contains("tenant-13");
        browser.follow("tenant-13");

        assertThat(browser.text("chosen")).contains("Connected", "pharmacy:order:read");
        assertThat(browser.value("pharmacies:account")).isEqualTo("tenant-13");
        assertThat(browser.barriers()).isEmpty();
        browser.keep("accounts");
        assertThat(browser.printed().text("chosen")).contains("Connected", "pharmacy:order:read");
        browser.prefer("light");
        assertThat(browser.open("accounts.xhtml?attention=yes").text("nothing")).isEqualTo("No account found.");
    }

    private void connect(String account, Login pharmacy, String answer) {
        browser.type("pharmacies:account", account).press("pharmacies:connect");
        browser.type("account", pharmacy.user()).type("password", pharmacy.password());
        browser.press("log-in").press(answer);
        assertThat(browser.heading()).isEqualTo("Accounts");
    }
}
