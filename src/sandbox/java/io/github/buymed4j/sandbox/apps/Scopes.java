package io.github.buymed4j.sandbox.apps;

import io.github.buymed4j.sandbox.envelope.Refusal;
import java.util.Collection;
import java.util.List;

/** The scopes that the platform knows. */
public final class Scopes {
    public static final String ORDERS = "pharmacy:order:read";
    public static final String PRODUCTS = "pharmacy:product:read";
    public static final String PROFILE = "pharmacy:profile:read";
    public static final List<String> ALL = List.of(ORDERS, PRODUCTS, PROFILE);

    private Scopes() {}

    /**
     * Refuses unknown ones.
     *
     * @throws Refusal 400 naming the first that is not known
     */
    public static void check(Collection<String> scopes) {
        scopes.stream().filter(scope -> !ALL.contains(scope)).findFirst().ifPresent(unknown -> {
            throw Refusal.invalid("INVALID_SCOPE", "Scope không hợp lệ: " + unknown);
        });
    }
}
