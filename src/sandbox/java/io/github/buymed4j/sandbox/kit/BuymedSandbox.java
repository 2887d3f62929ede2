package io.github.buymed4j.sandbox.kit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link LocalSandbox} for the tests of JUnit 5. In a static field it keeps its address and its credentials for all tests of
 * the class, and is {@link #reset()} before each of them:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BuymedSandbox sandbox = BuymedSandbox.create();
 * }</pre>
 *
 * In an instance field each test has one of its own, application and all, so that tests can run at the same time:
 *
 * <pre>{@code
 * @RegisterExtension
 * final BuymedSandbox sandbox = BuymedSandbox.create();
 * }</pre>
 */
public final class BuymedSandbox extends LocalSandbox
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private int classes;
    private @Nullable String test;

    private BuymedSandbox() {}

    /** Listens on a free port, until the tests that use it are over. */
    public static BuymedSandbox create() {
        BuymedSandbox created = new BuymedSandbox();
        created.listen();
        return created;
    }

    /** Counts, since nested classes use it too, and several classes where it is a field of their superclass. */
    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
        listen();
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        if (test != null) {
            throw new IllegalStateException("Two tests use this sandbox at the same time, and a test resets it:"
                    + " keep it in an instance field, so that each has one of its own");
        }
        test = context.getUniqueId();
        reset();
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (context.getUniqueId().equals(test)) {
            test = null;
        }
        if (classes == 0) {
            close();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            close();
        }
    }
}
