package io.github.buymed4j.accounts.seal;

import io.github.buymed4j.config.BuymedConfig;

/** What the product makes of a configuration's keys. */
public final class Seals {

    private Seals() {}

    public static TokenSeal of(BuymedConfig config) {
        return new TokenSeal(new CurrentKeys(config));
    }
}
