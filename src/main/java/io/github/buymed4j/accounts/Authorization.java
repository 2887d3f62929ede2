package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.PendingAuthorizations.Pending;
import io.github.buymed4j.accounts.iam.IssuedTokens;
import io.github.buymed4j.accounts.iam.Refusals;
import io.github.buymed4j.accounts.iam.TokenService;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.config.AccountSettings;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the platform's page to stored tokens. */
@ApplicationScoped
class Authorization {

    private static final String DENIED = "access_denied";
    private static final Set<String> ERRORS =
            Set.of("invalid_scope", "invalid_request", "unauthorized_client", "unsupported_response_type");

    private final AccountSettings settings;
    private final Ledger ledger;
    private final TokenService iam;
    private final PendingAuthorizations session;
    private final AccountObserver observer;
    private final Clock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Authorization() {
        settings = null;
        ledger = null;
        iam = null;
        session = null;
        observer = null;
        clock = null;
    }

    @Inject
    Authorization(
            BuymedConfig config,
            Ledger ledger,
            TokenService iam,
            PendingAuthorizations session,
            AccountObserver observer) {
        this(config.accounts(), ledger, iam, session, observer, Clock.systemUTC());
    }

    Authorization(
            AccountSettings settings,
            Ledger ledger,
            TokenService iam,
            PendingAuthorizations session,
            AccountObserver observer,
            Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.iam = iam;
        this.session = session;
        this.observer = observer;
        this.clock = clock;
    }

    /** The address of the platform's page, for this browser and the account. */
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
            StoredAccount account = account(pending.account(), new Issued(iam.exchange(code), sentAt));
            List<String> missing = settings.scopes().stream()
                    .filter(scope -> !account.scopes().contains(scope))
                    .toList();
            ledger.connect(account, missing.isEmpty() ? "" : "without " + missing);
            Kind kind = missing.isEmpty() ? Kind.CONNECTED : Kind.CONNECTED_WITH_FEWER_SCOPES;
            return AuthorizationOutcome.of(kind, pending.account(), pending.returnTo(), missing);
        } catch (BuymedException e) {
            Kind kind = Refusals.isRefusal(e) ? Kind.CODE_REFUSED : Kind.UNAVAILABLE;
            return outcome(kind, pending, String.valueOf(e.getMessage()));
        }
    }

    private StoredAccount account(Account account, Issued issued) {
        IssuedTokens tokens = issued.tokens();
        List<String> granted = tokens.scopes().isEmpty() ? settings.scopes() : tokens.scopes();
        return StoredAccount.connected(account, ledger.seal(account, issued.first()), granted, issued.firstValidity());
    }

    private AuthorizationOutcome outcome(Kind kind, Pending pending, @Nullable String forOperators) {
        Optional.ofNullable(forOperators)
                .ifPresent(why -> observer.onChange(AccountEvent.Type.NOT_CONNECTED, pending.account(), why));
        return AuthorizationOutcome.of(kind, pending.account(), pending.returnTo(), List.of());
    }
}
