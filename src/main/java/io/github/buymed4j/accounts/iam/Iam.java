package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey.RestClients;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.rest.Failures;
import io.github.buymed4j.rest.reply.AccessTokenRejectedException;
import io.github.buymed4j.rest.reply.ClientRejectedException;
import io.github.buymed4j.rest.reply.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The token service behind {@link IamApi}, with the application's current credentials. */
@ApplicationScoped
class Iam implements TokenService {

    private final IamApi api;
    private final CredentialsRegistry registry;
    private final Failures failures;
    private final String clientIdMember;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected Iam() {
        api = null;
        registry = null;
        failures = null;
        clientIdMember = null;
    }

    @Inject
    Iam(@RestClient IamApi api, CredentialsRegistry registry, BuymedConfig config) {
        this.api = api;
        this.registry = registry;
        this.failures = new Failures(config.accounts().iamOrigin(), RestClients.IAM);
        this.clientIdMember = config.accounts().iamClientIdField();
    }

    @Override
    public IssuedTokens exchange(Secret code, Optional<Secret> codeVerifier) {
        return ask(TokenRequest.ofCode(code, codeVerifier));
    }

    @Override
    public IssuedTokens refresh(Secret refreshToken) {
        return ask(TokenRequest.ofRefreshToken(refreshToken));
    }

    private IssuedTokens ask(TokenRequest request) {
        Credentials first = provider().current();
        try {
            return send(request, first);
        } catch (PlatformException rejected) {
            Optional<Credentials> newer = newerCredentials(first, rejected);
            if (newer.isEmpty()) {
                throw rejected;
            }
            return send(request, newer.get());
        }
    }

    /** Empty where the credentials are not what was rejected. */
    private Optional<Credentials> newerCredentials(Credentials used, PlatformException failure) {
        if (failure instanceof ClientRejectedException) {
            return Optional.of(provider().replacementFor(used));
        }
        // no page says how the platform marks rejected credentials: a code that is not of a grant may mean them
        boolean doubtful = failure instanceof AccessTokenRejectedException && !Refusals.isRefusal(failure);
        return doubtful ? provider().newerThan(used) : Optional.empty();
    }

    private IssuedTokens send(TokenRequest request, Credentials credentials) {
        try {
            IssuedTokens issued =
                    api.token(request.body(credentials, clientIdMember)).first().issued();
            provider().accepted(credentials);
            return issued;
        } catch (RuntimeException e) {
            Exception typed = failures.translate(e, text -> redacted(text, request, credentials));
            throw typed instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(typed);
        }
    }

    private static String redacted(String text, TokenRequest request, Credentials credentials) {
        return request.redact(credentials.clientSecret().redact(text));
    }

    private CredentialsProvider provider() {
        return registry.of(ApplicationName.DEFAULT);
    }
}
