package io.github.buymed4j.it;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Seals;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.internal.config.BuymedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Puts accounts into the store as if they had been connected long ago. */
@ApplicationScoped
public class TokenSeeds {

    private static final Duration LIFE = Duration.ofDays(5);
    private static final List<String> SCOPES =
            List.of("pharmacy:order:read", "pharmacy:product:read", "pharmacy:profile:read");

    @Inject
    private TokenStore store;

    @Inject
    private BuymedConfig config;

    /** With tokens as the sandbox's {@code /control/} gives them, whose access token ends so far from now. */
    void put(Account account, JsonObject tokens, Duration end) {
        Instant expiresAt = InstantSource.system().instant().plus(end);
        Validity validity = new Validity(expiresAt.minus(LIFE), expiresAt, expiresAt.plus(Duration.ofDays(20)));
        String sealed = new Seals(config)
                .sealed(account, validity, tokens.getString("accessToken"), tokens.getString("refreshToken"));
        store.put(StoredAccount.connected(account, sealed, SCOPES, validity));
    }

    /** Puts what is stored for the one account into the row of the other, as somebody with access to the table can. */
    void swap(Account account, Account other) {
        StoredAccount stolen = store.find(other).orElseThrow();
        store.put(StoredAccount.connected(account, stolen.sealedTokens(), stolen.scopes(), stolen.validity()));
    }

    /** What a dump of the account's row shows. */
    String dump(Account account) {
        return String.valueOf(store.find(account));
    }
}
