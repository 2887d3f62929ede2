package io.github.buymed4j.console.oidc;

import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_LOGIN;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_CLIENT_ID;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_CLIENT_SECRET;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_ISSUER;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_REDIRECT_URI;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_ROLE;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_ROLE_CLAIM;
import static io.github.buymed4j.internal.config.ConfigKey.CONSOLE_OIDC_SCOPES;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConsoleLogin;
import io.github.buymed4j.internal.config.Reading;
import io.github.buymed4j.internal.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in the users whom the OpenID provider knows and who have the configured role there, if
 * {@code buymed.console.login} is {@code oidc}. The provider's tokens are not kept. Each method may send requests to the
 * provider and blocks until they are answered. Thread-safe.
 */
@ApplicationScoped
public class OpenIdLogin implements IdentityStore {

    private static final Logger LOG = System.getLogger(OpenIdLogin.class.getName());
    private static final String ROLE = "operator";
    /** How long metadata is used before it is asked for again; keys are asked for at each log-in. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final BuymedConfig config;
    private final Settings settings;
    private final ProviderClient provider;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(ProviderMetadata metadata, Instant until) {}

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OpenIdLogin() {
        config = null;
        settings = null;
        provider = null;
        clock = null;
    }

    @Inject
    public OpenIdLogin(BuymedConfig config) {
        this(config, Clock.systemUTC());
    }

    OpenIdLogin(BuymedConfig config, Clock clock) {
        this.config = config;
        this.settings = config.settings();
        this.provider = new ProviderClient();
        this.clock = clock;
    }

    /**
     * The provider's page on which the user logs in.
     *
     * @throws OpenIdException if the provider does not tell it
     */
    public URI loginPage(PendingLogin login) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.get(CONSOLE_OIDC_CLIENT_ID));
        parameters.put("redirect_uri", redirectUri().toString());
        parameters.put("scope", settings.get(CONSOLE_OIDC_SCOPES));
        parameters.put("state", login.state());
        parameters.put("nonce", login.nonce());
        parameters.put("code_challenge", login.challenge());
        parameters.put("code_challenge_method", "S256");
        return with(metadata().authorization(), parameters);
    }

    /**
     * The provider's page that ends the user's session there and sends the browser back to the console; empty if it has
     * none.
     *
     * @throws OpenIdException if the provider does not tell it
     */
    public Optional<URI> logoutPage() {
        return metadata()
                .endOfSession()
                .map(page -> with(
                        page,
                        Map.of(
                                "client_id",
                                settings.get(CONSOLE_OIDC_CLIENT_ID),
                                "post_logout_redirect_uri",
                                redirectUri().resolve("../login.xhtml").toString())));
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (settings.get(CONSOLE_LOGIN) != ConsoleLogin.OIDC || !(credential instanceof AuthorizationCode code)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            IdToken token = exchange(code);
            if (token.has(settings.get(CONSOLE_OIDC_ROLE_CLAIM), settings.get(CONSOLE_OIDC_ROLE))) {
                return new CredentialValidationResult(token.user(), Set.of(ROLE));
            }
            LOG.log(
                    Level.WARNING,
                    "BUYMED-5005 console: refused a log-in; the claim {0} of the ID token does not have the value {1}",
                    settings.get(CONSOLE_OIDC_ROLE_CLAIM),
                    settings.get(CONSOLE_OIDC_ROLE));
        } catch (OpenIdException e) {
            warn(e);
        }
        return CredentialValidationResult.INVALID_RESULT;
    }

    /** Logs why the provider cannot be used. */
    public static void warn(OpenIdException e) {
        LOG.log(Level.WARNING, "BUYMED-5006 console: the OpenID provider cannot be used. " + e.getMessage());
    }

    private IdToken exchange(AuthorizationCode code) {
        ProviderMetadata metadata = metadata();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code.code().reveal());
        form.put("redirect_uri", redirectUri().toString());
        form.put("code_verifier", code.login().verifier());
        String clientId = settings.get(CONSOLE_OIDC_CLIENT_ID);
        JsonObject tokens = post(metadata, form, clientId);
        return IdToken.verified(
                Secret.of(tokens.getString("id_token", "")),
                provider.get(metadata.keys()).toString(),
                issuer(),
                clientId,
                code.login().nonce(),
                clock);
    }

    private JsonObject post(ProviderMetadata metadata, Map<String, String> form, String clientId) {
        Secret clientSecret = config.read(CONSOLE_OIDC_CLIENT_SECRET, ApplicationName.DEFAULT)
                .map(Reading::value)
                .map(secret -> Secret.of(secret.reveal().strip()))
                .orElseThrow(() -> new OpenIdException(CONSOLE_OIDC_CLIENT_SECRET + " is missing"));
        if (metadata.takesBasic()) {
            return provider.post(metadata.token(), form, clientId, clientSecret);
        }
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret.reveal());
        return provider.post(metadata.token(), form);
    }

    private ProviderMetadata metadata() {
        Known before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.until())) {
            return before.metadata();
        }
        ProviderMetadata metadata = ProviderMetadata.of(provider.get(ProviderMetadata.address(issuer())), issuer());
        known = new Known(metadata, now.plus(LIFE));
        return metadata;
    }

    private URI issuer() {
        return settings.get(CONSOLE_OIDC_ISSUER).orElseThrow();
    }

    private URI redirectUri() {
        return settings.get(CONSOLE_OIDC_REDIRECT_URI).orElseThrow();
    }

    /** The address with further parameters in its query. */
    private static URI with(URI address, Map<String, String> parameters) {
        String begin = address.toString();
        return URI.create(begin + (begin.contains("?") ? "&" : "?") + ProviderClient.query(parameters));
    }
}
