package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.iam.FakePlatform;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.seal.Seals;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One node: what a server would make of the product, over a store, a platform and a clock of the test's. */
final class Node {

    final List<String> events = new CopyOnWriteArrayList<>();
    final AccountTokens tokens;
    private final AccountSettings settings;
    private final Ledger ledger;
    private final TokenService iam;
    private final AccountObserver observer;
    private final Clock clock;

    Node(BuymedConfig config, TokenStore store, TokenService iam, Clock clock, Waiting waiting) {
        this.settings = config.accounts();
        this.iam = iam;
        this.clock = clock;
        this.observer = (type, account, detail) -> events.add(type + " " + account);
        this.ledger = new Ledger(store, Seals.of(config), observer);
        this.tokens = new AccountTokens(new Renewal(ledger, iam, settings, clock, waiting), settings, clock);
    }

    /** What a browser with the session uses. */
    Authorization authorization(PendingAuthorizations session) {
        return new Authorization(settings, ledger, iam, session, observer, clock);
    }

    /** Connects the account as a browser does. */
    Node connect(Account account, FakePlatform platform) {
        Authorization browser = authorization(new PendingAuthorizations());
        URI page = browser.page(account, new ReturnPath("/"), "buymed_app_1");
        String state = page.getRawQuery().replaceFirst(".*state=", "");
        Kind kind = browser.complete(new AuthorizationReply(
                        Optional.of(state), Optional.of(Secret.of(platform.code())), Optional.empty()))
                .kind();
        if (kind != Kind.CONNECTED) {
            throw new IllegalStateException("not connected: " + kind);
        }
        return this;
    }

    Secret token(Account account) {
        return tokens.current(account);
    }

    long count(AccountEvent.Type type) {
        return events.stream().filter(event -> event.startsWith(type + " ")).count();
    }
}
