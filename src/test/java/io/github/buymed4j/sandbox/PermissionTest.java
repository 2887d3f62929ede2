package io.github.buymed4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permission: a scope is requested, granted, refused, withdrawn. */
class PermissionTest {
    private static final String SCOPE = "pharmacy:profile:read";

    private final PortalUsers users = new PortalUsers();
    private final Visitor visitor = users.visitor;
    private final Browser browser = users.developer;
    private final String permission = users.settings + "/permission";

    @BeforeEach
    void openPages() {
        browser.open(permission);
        users.administrator.open(permission);
    }

    @Test
    void scope_withdrawnRequestedAndGranted_isUsableInTheEnd() {
        browser.post("action", "withdraw", "scope", SCOPE);
        assertThat(visitor.get("profile").status()).isEqualTo(403);
        assertThat(browser.post("action", "request", "scope", SCOPE, "justification", "")
                        .status())
                .isEqualTo(400);
        assertThat(browser.open(permission).body()).contains("Inactive", "Request again");
        browser.post("action", "request", "scope", SCOPE, "justification", "Đồng bộ <hồ sơ>");
        assertThat(browser.open(permission).body()).contains("Pending");
        assertThat(users.administrator.open(permission).body()).contains("Đồng bộ &lt;hồ sơ&gt;");
        users.administrator.post("action", "grant", "scope", SCOPE);
        assertThat(visitor.get("profile").status()).isEqualTo(200);
        assertThat(browser.open("/").body()).contains("News", SCOPE);
    }

    @Test
    void withdrawal_takesEffectWithTheNextCall() {
        assertThat(visitor.get("profile").status()).isEqualTo(200);
        users.administrator.post("action", "withdraw", "scope", SCOPE);
        assertThat(visitor.get("profile").status()).isEqualTo(403);
    }

    @Test
    void request_refused_saysWhy() {
        browser.post("action", "withdraw", "scope", SCOPE);
        browser.post("action", "request", "scope", SCOPE, "justification", "x");
        users.administrator.post("action", "refuse", "scope", SCOPE, "reason", "Không cần thiết");

        assertThat(browser.open(permission).body()).contains("Không cần thiết", "Request again");
        assertThat(visitor.get("profile").status()).isEqualTo(403);
    }

    @Test
    void grant_byTheDeveloper_changesNothing() {
        browser.post("action", "withdraw", "scope", SCOPE);
        browser.post("action", "request", "scope", SCOPE, "justification", "x");
        browser.post("action", "grant", "scope", SCOPE);

        assertThat(visitor.get("profile").status()).isEqualTo(403);
    }

    @Test
    void scope_unknown_changesNothing() {
        browser.post("action", "request", "scope", "pharmacy:everything", "justification", "x");

        assertThat(browser.open(permission).body()).doesNotContain("everything");
    }
}
