package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.Standing;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.CallScope.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The pharmacies that have authorized this application. Thread-safe.
 *
 * <pre>
 * response.sendRedirect(accounts.authorizationPage(Account.of("7"), "/pharmacies/7").toString());   // connect
 * Profile profile = accounts.callAs(Account.of("7"), pharmacy::profile);                              // call
 * </pre>
 *
 * <p>Who may connect, use or disconnect which account is for the application to decide, before it calls this.
 */
@ApplicationScoped
public class Accounts {

    private static final int PAGE = 500;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final TokenStore store;
    private final AccountRepository repository;
    private final AccountTokens tokens;
    private final Authorization authorization;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Accounts() {
        config = null;
        registry = null;
        store = null;
        repository = null;
        tokens = null;
        authorization = null;
    }

    @Inject
    Accounts(
            BuymedConfig config,
            CredentialsRegistry registry,
            TokenStore store,
            AccountRepository repository,
            AccountTokens tokens,
            Authorization authorization) {
        this.config = config;
        this.registry = registry;
        this.store = store;
        this.repository = repository;
        this.tokens = tokens;
        this.authorization = authorization;
    }

    /**
     * The address to send the browser of this request to, so that the pharmacy's owner authorizes the application. Valid for
     * ten minutes, once, in this browser. To be called while a request of that browser is being served: it uses its session.
     *
     * @param returnTo the path of this application, from its context root, to come back to
     * @throws IllegalArgumentException when that is not such a path
     * @throws IllegalStateException when no request of a browser is being served
     */
    public URI authorizationPage(Account account, String returnTo) {
        ReturnPath path = new ReturnPath(returnTo);
        String clientId =
                registry.of(ApplicationName.DEFAULT).status().credentials().clientId();
        try {
            return authorization.page(account, path, clientId);
        } catch (ContextNotActiveException e) {
            throw new IllegalStateException(
                    "An authorization begins in a browser's request: there is no session here", e);
        }
    }

    /**
     * What the endpoint at {@code buymed.redirect-uri} does with its request: checks it, exchanges the code, stores the tokens.
     * Blocks while the platform is asked. Never throws for what the browser or the platform brings.
     */
    public AuthorizationOutcome complete(AuthorizationReply reply) {
        return authorization.complete(reply);
    }

    /** Forgets the account's tokens, at once on this node, on others within a check interval. False where it was not connected. */
    public boolean disconnect(Account account) {
        return repository.disconnect(account);
    }

    /** Empty where the account is not connected. Asks the store, not the platform. */
    public Optional<AccountStatus> status(Account account) {
        return repository.stored(account).map(this::status);
    }

    /**
     * Accounts by their id: the first ones after the one given, whose text is empty for the first page.
     *
     * @param limit how many at most
     * @throws IllegalArgumentException when the limit is below one
     */
    public List<AccountStatus> list(String afterId, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page of accounts has at least one: " + limit);
        }
        return store.list(afterId, limit).stream().map(this::status).toList();
    }

    /** How many accounts cannot be used until their pharmacy authorizes anew. */
    public long needingAuthorization() {
        return store.count(Standing.AUTHORIZATION_REQUIRED);
    }

    /** Does the work with the account bound to every call that it makes on this thread; its exception goes through as it is. */
    public <T, E extends Exception> T callAs(Account account, Work<T, E> work) throws E {
        return CallScope.current().account(account).call(work);
    }

    /** As {@link #callAs} for work without a result. */
    public void runAs(Account account, Runnable work) {
        CallScope.current().account(account).run(work::run);
    }

    /**
     * Goes through all accounts and fires {@link AccountEvent.Type#REAUTHORIZE_SOON} for those whose pharmacy will have to
     * authorize anew and that nobody has announced. Accounts that make calls are announced without it; for all others, let a
     * timer call this once a day.
     */
    public void announceReauthorizations() {
        String after = "";
        List<StoredAccount> page;
        do {
            page = store.list(after, PAGE);
            page.forEach(tokens::announceWhenDue);
            after = page.isEmpty() ? after : page.get(page.size() - 1).account().id();
        } while (page.size() == PAGE);
    }

    private AccountStatus status(StoredAccount stored) {
        return AccountStatus.of(
                stored,
                config.accounts().refreshing().reauthorizeNotice(),
                Clock.systemUTC().instant());
    }
}
