package io.github.buymed4j.bench.war;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.Seals;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.rest.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** What it costs to find an account's token, with so many accounts in the store. */
@ApplicationScoped
public class TokenBench {

    private static final Duration LIFE = Duration.ofDays(5);

    @Inject
    private TokenStore store;

    @Inject
    private BuymedConfig config;

    @Inject
    private AccessTokens tokens;

    private int stored;

    /** Puts accounts into the store until there are so many; gives how many there are. */
    public synchronized double fill(int accounts) {
        Seals seals = new Seals(config);
        IntStream.range(stored, accounts).parallel().forEach(number -> put(number, seals));
        stored = Math.max(stored, accounts);
        return stored;
    }

    private void put(int number, Seals seals) {
        Account account = account(number);
        Instant now = InstantSource.system().instant();
        Validity validity = new Validity(now, now.plus(LIFE), now.plus(LIFE.multipliedBy(6)));
        String sealed = seals.sealed(account, validity, "access-" + number, "refresh-" + number);
        store.put(StoredAccount.connected(account, sealed, List.of(), validity));
    }

    static Account account(int number) {
        return Account.of("bench-" + number);
    }

    /** Nanoseconds a token of any account in the store, of which only few are in memory, over so many. */
    public double cold(int times) {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            tokens.current(account(ThreadLocalRandom.current().nextInt(stored)));
        }
        return (System.nanoTime() - begin) / (double) times;
    }
}
