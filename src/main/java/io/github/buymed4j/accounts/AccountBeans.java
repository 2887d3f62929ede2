package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.rest.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Creates the objects that all calls of an application share. They are injected without client proxies; only
 * {@link AccessTokens} has one, so that nothing is created before the first call for an account.
 */
@Dependent
class AccountBeans {

    @Produces
    @ApplicationScoped
    AccessTokens tokens(BuymedConfig config, Renewal renewal, TokenCache cache) {
        return new AccountTokens(renewal, cache, config.settings().get(ConfigKey.ACCOUNTS_REFRESH_WAIT), Time.SYSTEM);
    }

    @Produces
    @Singleton
    Renewal renewal(BuymedConfig config, AccountRepository repository, TokenService iam) {
        return new Renewal(repository, iam, config.settings(), Time.SYSTEM);
    }

    @Produces
    @Singleton
    AccountRepository repository(TokenStore store, BuymedConfig config, TokenCache cache, AccountEvents events) {
        return new AccountRepository(store, new TokenSeal(new CurrentKeys(config, System::nanoTime)), cache, events);
    }

    @Produces
    @Singleton
    TokenCache cache(BuymedConfig config) {
        return new TokenCache(config.settings(), Time.SYSTEM);
    }

    @Produces
    @Singleton
    AccountEvents events(Event<AccountEvent> event) {
        return new AccountEvents(event::fire);
    }

    @Produces
    @Singleton
    Authorization authorization(
            BuymedConfig config,
            AccountRepository repository,
            TokenService iam,
            PendingAuthorizations session,
            AccountEvents events,
            Instance<Customers> customers) {
        return new Authorization(
                config.settings(),
                repository,
                iam,
                session,
                events,
                customers.isResolvable() ? account -> customers.get().customerOf(account) : account -> null,
                Clock.systemUTC());
    }
}
