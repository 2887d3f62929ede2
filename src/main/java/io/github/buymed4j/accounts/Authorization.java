package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.PendingAuthorizations.Pending;
import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Refusals;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OAuth authorization code flow: from the address of the platform's page to stored tokens. */
@ApplicationScoped
class Authorization {

    private static final Logger LOG = System.getLogger(Authorization.class.getName());
    private static final String PROFILE = "pharmacy:profile:read";
    private static final String DENIED = "access_denied";
    private static final Set<String> ERRORS =
            Set.of("invalid_scope", "invalid_request", "unauthorized_client", "unsupported_response_type");

    private final Settings settings;
    private final AccountRepository repository;
    private final TokenService iam;
    private final PendingAuthorizations session;
    private final AccountObserver observer;
    private final Customers customers;
    private final Clock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Authorization() {
        settings = null;
        repository = null;
        iam = null;
        session = null;
        observer = null;
        customers = null;
        clock = null;
    }

    @Inject
    Authorization(
            BuymedConfig config,
            AccountRepository repository,
            TokenService iam,
            PendingAuthorizations session,
            AccountObserver observer,
            Instance<Customers> customers) {
        this(
                config.settings(),
                repository,
                iam,
                session,
                observer,
                customers.isResolvable() ? account -> customers.get().customerOf(account) : account -> null,
                Clock.systemUTC());
    }

    Authorization(
            Settings settings,
            AccountRepository repository,
            TokenService iam,
            PendingAuthorizations session,
            AccountObserver observer,
            Customers customers,
            Clock clock) {
        this.settings = settings;
        this.repository = repository;
        this.iam = iam;
        this.session = session;
        this.observer = observer;
        this.customers = customers;
        this.clock = clock;
    }

    /** The address of the platform's page for this browser and account. */
    URI page(Account account, ReturnPath returnTo, String clientId) {
        return AuthorizePageAddress.of(settings, clientId, session.begin(account, returnTo, clock.instant()));
    }

    AuthorizationOutcome complete(AuthorizationReply reply) {
        if (reply.state().isEmpty()) {
            return AuthorizationOutcome.ofStranger(Kind.MISSING);
        }
        Pending pending = session.take(reply.state().get());
        return pending == null ? AuthorizationOutcome.ofStranger(Kind.FORGED) : complete(pending, reply);
    }

    private AuthorizationOutcome complete(Pending pending, AuthorizationReply reply) {
        if (pending.used()) {
            return outcome(Kind.REPLAYED, pending, null);
        }
        if (!clock.instant().isBefore(pending.expiresAt())) {
            return outcome(Kind.EXPIRED, pending, null);
        }
        if (reply.error().isPresent()) {
            return refused(pending, reply.error().get());
        }
        return reply.code()
                .map(code -> exchanged(pending, code))
                .orElseGet(() -> outcome(Kind.INCOMPLETE, pending, "the platform sent neither a code nor an error"));
    }

    private AuthorizationOutcome refused(Pending pending, String error) {
        return error.equals(DENIED)
                ? outcome(Kind.DENIED, pending, null)
                : outcome(
                        Kind.REQUEST_REFUSED,
                        pending,
                        "the platform's page refused the request: "
                                + (ERRORS.contains(error) ? error : "an error that it does not document"));
    }

    private AuthorizationOutcome exchanged(Pending pending, Secret code) {
        try {
            Instant sentAt = clock.instant();
            Optional<Secret> verifier = Optional.of(pending.codeVerifier())
                    .filter(text -> settings.get(ConfigKey.AUTHORIZE_PKCE))
                    .map(Secret::of);
            return connected(pending, new Issued(iam.exchange(code, verifier), sentAt));
        } catch (BuymedException e) {
            Kind kind = Refusals.isRefusal(e) ? Kind.CODE_REFUSED : Kind.UNAVAILABLE;
            return outcome(kind, pending, String.valueOf(e.getMessage()));
        }
    }

    private AuthorizationOutcome connected(Pending pending, Issued issued) {
        StoredAccount account = account(pending.account(), issued);
        List<String> missing = Scopes.missing(settings.get(ConfigKey.SCOPES), account.scopes());
        Optional<StoredAccount> before = repository.connect(account, missing.isEmpty() ? "" : "without " + missing);
        Kind kind = missing.isEmpty() ? Kind.CONNECTED : Kind.CONNECTED_WITH_FEWER_SCOPES;
        return AuthorizationOutcome.of(
                isAnother(account, before) ? Kind.CONNECTED_ANOTHER_PHARMACY : kind,
                pending.account(),
                pending.returnTo(),
                missing);
    }

    private StoredAccount account(Account account, Issued issued) {
        IssuedTokens tokens = issued.tokens();
        List<String> granted = tokens.scopes().isEmpty() ? settings.get(ConfigKey.SCOPES) : tokens.scopes();
        Validity validity = issued.firstValidity();
        return StoredAccount.connected(account, repository.seal(account, validity, issued.first()), granted, validity);
    }

    /**
     * True if the account belonged to another pharmacy before. A failure here is logged and does not undo the
     * connection.
     */
    private boolean isAnother(StoredAccount connected, Optional<StoredAccount> before) {
        if (!Scopes.missing(List.of(PROFILE), connected.scopes()).isEmpty()) {
            return false;
        }
        try {
            Long customer = customers.customerOf(connected.account());
            return customer != null && repository.identify(connected, customer, before);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "BUYMED-4020 the account " + connected.account() + " is connected, but not which pharmacy it is: "
                            + (e instanceof BuymedException
                                    ? e.getMessage()
                                    : e.getClass().getName()));
            return false;
        }
    }

    private AuthorizationOutcome outcome(Kind kind, Pending pending, @Nullable String forOperators) {
        Optional.ofNullable(forOperators)
                .ifPresent(why -> observer.onChange(AccountEvent.Type.NOT_CONNECTED, pending.account(), why));
        return AuthorizationOutcome.of(kind, pending.account(), pending.returnTo(), List.of());
    }
}
