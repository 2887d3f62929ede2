package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.MovingClock;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One node: what a server would make of the product, over a store, a platform and a clock of the test's. */
final class Node {

    final List<String> events = new CopyOnWriteArrayList<>();
    final AccountTokens tokens;
    final TokenCache cache;
    Consumer<AccountEvent.Type> whenTold = type -> {};
    Customers customers = account -> null;
    private final Settings settings;
    private final AccountRepository repository;
    private final TokenService iam;
    private final AccountEvents reports;
    private final Clock clock;

    Node(BuymedConfig config, TokenStore store, TokenService iam, MovingClock clock) {
        this(config, store, iam, moving(clock));
    }

    Node(BuymedConfig config, TokenStore store, TokenService iam, Time time) {
        this.settings = config.settings();
        this.iam = iam;
        this.clock = time.clock();
        this.cache = new TokenCache(settings, time);
        this.reports = new AccountEvents(event -> {
            events.add(event.type() + " " + event.account());
            whenTold.accept(event.type());
        });
        this.repository = new AccountRepository(store, Seals.of(config), cache, reports);
        this.tokens = new AccountTokens(
                new Renewal(repository, iam, settings, time),
                cache,
                settings.get(ConfigKey.ACCOUNTS_REFRESH_WAIT),
                time);
    }

    /** A time that passes only where the test or a pause moves it. */
    static Time moving(MovingClock clock) {
        return new Time(clock, clock::nanos, nanos -> {
            clock.advance(Duration.ofNanos(nanos));
            return CompletableFuture.completedFuture(null);
        });
    }

    /** What a browser with the session uses. */
    Authorization authorization(PendingAuthorizations session) {
        return new Authorization(settings, repository, iam, session, reports, customers, clock);
    }

    /** Connects the account as a browser does. */
    Node connect(Account account, FakePlatform platform) {
        Authorization browser = authorization(new PendingAuthorizations());
        URI page = browser.page(account, new ReturnPath("/"), "buymed_app_1");
        String state = page.getRawQuery().replaceFirst(".*state=", "");
        Kind kind = browser.complete(Map.of("state", state, "code", platform.code())::get)
                .kind();
        if (kind != Kind.CONNECTED && kind != Kind.CONNECTED_ANOTHER_PHARMACY) {
            throw new IllegalStateException("not connected: " + kind);
        }
        return this;
    }

    boolean disconnect(Account account) {
        return repository.disconnect(account);
    }

    Secret token(Account account) {
        return tokens.current(account);
    }

    long count(AccountEvent.Type type) {
        return events.stream().filter(event -> event.startsWith(type + " ")).count();
    }
}
