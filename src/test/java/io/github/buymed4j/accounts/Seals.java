package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.util.Optional;

/** What the product makes of a configuration's keys. */
public final class Seals {

    private final TokenSeal seal;

    public Seals(BuymedConfig config) {
        this.seal = of(config);
    }

    static TokenSeal of(BuymedConfig config) {
        return new TokenSeal(new CurrentKeys(config, System::nanoTime));
    }

    /** The tokens as the account's row holds them. */
    public String sealed(Account account, Validity validity, String accessToken, String refreshToken) {
        Tokens tokens = new Tokens(Secret.of(accessToken), Optional.of(Secret.of(refreshToken)));
        return seal.seal(account, validity, tokens);
    }
}
