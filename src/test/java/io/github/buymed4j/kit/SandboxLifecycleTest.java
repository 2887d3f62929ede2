package io.github.buymed4j.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.buymed4j.sandbox.kit.BuymedSandbox;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The callbacks in the orders in which JUnit calls them. */
class SandboxLifecycleTest {
    private static final ExtensionContext CLASS = context("class");
    private static final ExtensionContext ONE = context("one");
    private static final ExtensionContext OTHER = context("other");

    private static ExtensionContext context(String id) {
        return (ExtensionContext) Proxy.newProxyInstance(
                SandboxLifecycleTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getUniqueId")) {
                        return id;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static void runs(BuymedSandbox sandbox, ExtensionContext test) {
        sandbox.beforeEach(test);
        sandbox.afterEach(test);
    }

    @Test
    void staticField_keepsAddressAndCredentialsForTheClass() {
        BuymedSandbox sandbox = BuymedSandbox.create();
        Map<String, String> config = sandbox.config();
        sandbox.beforeAll(CLASS);
        runs(sandbox, ONE);
        runs(sandbox, OTHER);
        assertThat(sandbox.config()).isEqualTo(config);
        sandbox.afterAll(CLASS);
        assertThatIllegalStateException().isThrownBy(sandbox::uri);
    }

    @Test
    void staticFieldOfASuperclass_servesOneClassAfterTheOther() {
        BuymedSandbox sandbox = BuymedSandbox.create();
        sandbox.beforeAll(CLASS);
        sandbox.afterAll(CLASS);
        sandbox.beforeAll(CLASS);
        runs(sandbox, ONE);
        assertThat(sandbox.config()).isNotEmpty();
        sandbox.afterAll(CLASS);
    }

    @Test
    void nestedClass_leavesItToTheOuterOne() {
        BuymedSandbox sandbox = BuymedSandbox.create();
        sandbox.beforeAll(CLASS);
        sandbox.beforeAll(CLASS);
        sandbox.afterAll(CLASS);
        assertThat(sandbox.config()).isNotEmpty();
        sandbox.afterAll(CLASS);
    }

    @Test
    void instanceField_isOfOneTest() {
        BuymedSandbox sandbox = BuymedSandbox.create();
        runs(sandbox, ONE);
        assertThatIllegalStateException().isThrownBy(sandbox::uri);
    }

    @Test
    void twoTestsAtOnce_refusesTheSecondAndLeavesTheFirstAlone() {
        BuymedSandbox sandbox = BuymedSandbox.create();
        sandbox.beforeAll(CLASS);
        sandbox.beforeEach(ONE);
        String secret = sandbox.regenerateSecret();
        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.beforeEach(OTHER))
                .withMessageContaining("instance field");
        sandbox.afterEach(OTHER);
        assertThat(sandbox.config()).containsEntry("buymed.client-secret", secret);
        assertThatIllegalStateException().isThrownBy(() -> sandbox.beforeEach(OTHER));
        sandbox.afterEach(ONE);
        sandbox.afterAll(CLASS);
    }

    @Test
    void twoSandboxes_shareNothing() throws Exception {
        try (BuymedSandbox one = BuymedSandbox.create();
                BuymedSandbox other = BuymedSandbox.create()) {
            one.limits(1, 0);
            assertThat(new ApiClient(one.config()).status("profile")).isEqualTo(200);
            assertThat(new ApiClient(one.config()).status("profile")).isEqualTo(429);
            assertThat(new ApiClient(other.config()).status("profile")).isEqualTo(200);
            assertThat(other.requests()).hasSize(1);
            assertThat(other.config().get("buymed.client-id"))
                    .isNotEqualTo(one.config().get("buymed.client-id"));
        }
    }
}
