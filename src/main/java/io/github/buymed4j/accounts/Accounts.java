package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.store.AccountSearch;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.rest.CallScope;
import io.github.buymed4j.rest.CallScope.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pharmacies that have authorized this application. Thread-safe.
 *
 * <pre>
 * response.sendRedirect(accounts.authorizationPage(Account.of("7"), "/pharmacies/7").toString());   // connect
 * Profile profile = accounts.callAs(Account.of("7"), pharmacy::profile);                              // call
 * </pre>
 *
 * <p>This class checks no permissions: the application decides which user may connect, use or disconnect an account.
 */
@ApplicationScoped
public class Accounts {

    private static final int PAGE = 500;

    private final BuymedConfig config;
    private final CredentialsRegistry registry;
    private final TokenStore store;
    private final AccountRepository repository;
    private final Renewal renewal;
    private final Authorization authorization;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Accounts() {
        config = null;
        registry = null;
        store = null;
        repository = null;
        renewal = null;
        authorization = null;
    }

    @Inject
    Accounts(
            BuymedConfig config,
            CredentialsRegistry registry,
            TokenStore store,
            AccountRepository repository,
            Renewal renewal,
            Authorization authorization) {
        this.config = config;
        this.registry = registry;
        this.store = store;
        this.repository = repository;
        this.renewal = renewal;
        this.authorization = authorization;
    }

    /**
     * The address of the platform's page on which the pharmacy's owner authorizes the application; redirect the browser
     * there. Valid once, for ten minutes, in this browser. Call it while a request of that browser is being served,
     * because it uses the HTTP session.
     *
     * @param returnTo the path of this application, from its context root, to which the browser returns
     * @throws IllegalArgumentException if {@code returnTo} is not such a path
     * @throws IllegalStateException if no request with a session is being served
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
     * Completes an authorization; to be called by the endpoint at {@code buymed.redirect-uri}. Checks the request,
     * exchanges the code and stores the tokens. Blocks during the request to the platform. A wrong request of the
     * browser and a failure of the platform give an outcome, not an exception.
     *
     * @param parameters returns the browser's parameter with the given name, or null: {@code request::getParameter}
     */
    public AuthorizationOutcome complete(Function<String, @Nullable String> parameters) {
        return authorization.complete(parameters);
    }

    /**
     * Deletes the account's tokens: at once on this node, within a check interval on others. False if it was not
     * connected.
     */
    public boolean disconnect(Account account) {
        return repository.disconnect(account);
    }

    /** The stored status; empty if the account is not connected. Sends no request to the platform. */
    public Optional<AccountStatus> status(Account account) {
        return repository.stored(account).map(this::status);
    }

    /**
     * Accounts in the order of their ids, starting after {@code afterId}, which is empty for the first page.
     *
     * @param limit the maximum number of accounts
     * @throws IllegalArgumentException when the limit is below one
     */
    public List<AccountStatus> list(String afterId, int limit) {
        return find("", afterId, limit);
    }

    /** As {@link #list}, only accounts whose id or customer id contains the part. */
    public List<AccountStatus> find(String part, String afterId, int limit) {
        return list(new AccountSearch(part, null), afterId, limit);
    }

    /** As {@link #find}, only accounts that are not {@link AccountStatus.Kind#CONNECTED}. */
    public List<AccountStatus> findNeedingAttention(String part, String afterId, int limit) {
        return list(new AccountSearch(part, endOfNotice()), afterId, limit);
    }

    private List<AccountStatus> list(AccountSearch search, String afterId, int limit) {
        return store.list(search, afterId, limit).stream().map(this::status).toList();
    }

    /** The number of accounts that are not {@link AccountStatus.Kind#CONNECTED}. */
    public long countNeedingAttention() {
        return store.count(new AccountSearch("", endOfNotice()));
    }

    /**
     * Runs the work with the account bound to every call made on this thread. An exception of the work is thrown
     * unchanged.
     */
    public <T, E extends Exception> T callAs(Account account, Work<T, E> work) throws E {
        return CallScope.current().account(account).call(work);
    }

    /** As {@link #callAs} for work without a result. */
    public void runAs(Account account, Runnable work) {
        CallScope.current().account(account).run(work::run);
    }

    /**
     * Fires {@link AccountEvent.Type#REAUTHORIZE_SOON} for each account that will have to be authorized again soon and
     * for which the event was not fired yet. For accounts that make calls it is fired anyway; for all others, call this
     * once a day from a timer.
     */
    public void announceReauthorizations() {
        AccountSearch ending = new AccountSearch("", endOfNotice());
        String after = "";
        List<StoredAccount> page;
        do {
            page = store.list(ending, after, PAGE);
            page.forEach(renewal::announceWhenDue);
            after = page.isEmpty() ? after : page.get(page.size() - 1).account().id();
        } while (page.size() == PAGE);
    }

    private AccountStatus status(StoredAccount stored) {
        return AccountStatus.of(stored, notice(), Clock.systemUTC().instant());
    }

    private Instant endOfNotice() {
        return Clock.systemUTC().instant().plus(notice());
    }

    private Duration notice() {
        return config.settings().get(ConfigKey.ACCOUNTS_REAUTHORIZE_NOTICE);
    }
}
