package io.github.buymed4j.accounts;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.accounts.PendingAuthorizations.Begun;
import io.github.buymed4j.accounts.PendingAuthorizations.Pending;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The OAuth authorization code flow: from the address of the platform's page to stored tokens. */
final class Authorization {

    private static final Logger LOG = System.getLogger(Authorization.class.getName());
    private static final String PROFILE = "pharmacy:profile:read";
    private static final String DENIED = "access_denied";
    private static final Set<String> ERRORS =
            Set.of("invalid_scope", "invalid_request", "unauthorized_client", "unsupported_response_type");

    private final Settings settings;
    private final AccountRepository repository;
    private final TokenService iam;
    private final PendingAuthorizations session;
    private final AccountEvents events;
    private final Customers customers;
    private final Clock clock;

    Authorization(
            Settings settings,
            AccountRepository repository,
            TokenService iam,
            PendingAuthorizations session,
            AccountEvents events,
            Customers customers,
            Clock clock) {
        this.settings = settings;
        this.repository = repository;
        this.iam = iam;
        this.session = session;
        this.events = events;
        this.customers = customers;
        this.clock = clock;
    }

    /** The address of the platform's page for this browser and account. */
    URI page(Account account, ReturnPath returnTo, String clientId) {
        String redirectUri = settings.get(ConfigKey.REDIRECT_URI)
                .orElseThrow(() -> new ConfigurationException(List.of(new ConfigurationProblem(
                        ConfigKey.REDIRECT_URI.key(), "is missing; pharmacies cannot be connected without it"))))
                .toString();
        Begun begun = session.begin(account, returnTo, clock.instant());
        String separator = settings.get(ConfigKey.AUTHORIZE_SCOPE_SEPARATOR).equals("comma") ? "," : " ";
        boolean pkce = settings.get(ConfigKey.AUTHORIZE_PKCE);
        return URI.create(settings.get(ConfigKey.AUTHORIZE_URL) + "?responseType=code"
                + "&" + settings.get(ConfigKey.AUTHORIZE_CLIENT_ID_PARAMETER) + "=" + encoded(clientId)
                + "&redirectUri=" + encoded(redirectUri)
                + "&scope=" + encoded(String.join(separator, settings.get(ConfigKey.SCOPES)))
                + "&state=" + encoded(begun.state())
                + (pkce ? "&code_challenge=" + begun.codeChallenge() + "&code_challenge_method=S256" : ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Takes a function that returns the browser's parameter with the given name, or null. */
    AuthorizationOutcome complete(Function<String, @Nullable String> parameters) {
        Optional<String> state = given(parameters, "state");
        if (state.isEmpty()) {
            return AuthorizationOutcome.ofStranger(Kind.MISSING);
        }
        Pending pending = session.take(state.get());
        return pending == null ? AuthorizationOutcome.ofStranger(Kind.FORGED) : complete(pending, parameters);
    }

    private AuthorizationOutcome complete(Pending pending, Function<String, @Nullable String> parameters) {
        if (pending.used()) {
            return outcome(Kind.REPLAYED, pending, null);
        }
        if (!clock.instant().isBefore(pending.expiresAt())) {
            return outcome(Kind.EXPIRED, pending, null);
        }
        Optional<String> error = given(parameters, "error");
        if (error.isPresent()) {
            return refused(pending, error.get());
        }
        return given(parameters, "code")
                .map(code -> exchanged(pending, Secret.of(code)))
                .orElseGet(() -> outcome(Kind.INCOMPLETE, pending, "the platform sent neither a code nor an error"));
    }

    /** A blank parameter counts as missing. */
    private static Optional<String> given(Function<String, @Nullable String> parameters, String name) {
        return Optional.ofNullable(parameters.apply(name)).filter(value -> !value.isBlank());
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
            return connected(pending, iam.exchange(code, verifier), sentAt);
        } catch (BuymedException e) {
            Kind kind = TokenService.isRefusal(e) ? Kind.CODE_REFUSED : Kind.UNAVAILABLE;
            return outcome(kind, pending, String.valueOf(e.getMessage()));
        }
    }

    private AuthorizationOutcome connected(Pending pending, IssuedTokens issued, Instant sentAt) {
        StoredAccount account = account(pending.account(), issued, sentAt);
        List<String> missing = Scopes.missing(settings.get(ConfigKey.SCOPES), account.scopes());
        Optional<StoredAccount> before = repository.connect(account, missing.isEmpty() ? "" : "without " + missing);
        Kind kind = missing.isEmpty() ? Kind.CONNECTED : Kind.CONNECTED_WITH_FEWER_SCOPES;
        return AuthorizationOutcome.of(
                isAnother(account, before) ? Kind.CONNECTED_ANOTHER_PHARMACY : kind,
                pending.account(),
                pending.returnTo(),
                missing);
    }

    private StoredAccount account(Account account, IssuedTokens issued, Instant sentAt) {
        Validity validity = issued.firstValidity(sentAt);
        return StoredAccount.connected(
                account,
                repository.seal(account, validity, issued.tokens()),
                issued.scopesOr(settings.get(ConfigKey.SCOPES)),
                validity);
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
                    "BUYMED-4020 the account " + connected.account()
                            + " is connected, but its profile did not tell which pharmacy it is: "
                            + (e instanceof BuymedException
                                    ? e.getMessage()
                                    : e.getClass().getName()));
            return false;
        }
    }

    private AuthorizationOutcome outcome(Kind kind, Pending pending, @Nullable String forOperators) {
        if (forOperators != null) {
            events.fire(AccountEvent.Type.NOT_CONNECTED, pending.account(), forOperators);
        }
        return AuthorizationOutcome.of(kind, pending.account(), pending.returnTo(), List.of());
    }
}
