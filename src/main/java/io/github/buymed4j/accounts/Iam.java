package io.github.buymed4j.accounts;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConfigKey.RestClients;
import io.github.buymed4j.internal.config.Settings;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.HeaderField;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.internal.transport.NoReplyException;
import io.github.buymed4j.internal.transport.Reply;
import io.github.buymed4j.internal.transport.Request;
import io.github.buymed4j.rest.Pipeline;
import io.github.buymed4j.rest.reply.Envelope;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.Unredacted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.GenericType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Client of the token service, without a proxy; its requests pass the same stages as calls to the platform. Credentials go in the body.
 */
@Dependent
@Typed(TokenService.class)
class Iam implements TokenService {

    private static final String PATH = "/iam/core/v1/oauth/token";
    private static final long LARGEST_REPLY = 256 * 1024;
    private static final List<HeaderField> HEADERS =
            List.of(new HeaderField("Content-Type", "application/json"), new HeaderField("Accept", "application/json"));

    private static final GenericType<Envelope<TokenReply>> TOKENS = new GenericType<>() {};

    private final Pipeline pipeline;
    private final Endpoint endpoint;
    private final String clientIdMember;
    private final JsonBody json = new JsonBody();

    @Inject
    Iam(Pipeline pipeline, BuymedConfig config) {
        this(pipeline, endpoint(config), config.settings().get(ConfigKey.IAM_CLIENT_ID_FIELD));
    }

    Iam(Pipeline pipeline, Endpoint endpoint, String clientIdMember) {
        this.pipeline = pipeline;
        this.endpoint = endpoint;
        this.clientIdMember = clientIdMember;
    }

    private static Endpoint endpoint(BuymedConfig config) {
        Settings settings = config.settings();
        HttpTransport transport =
                HttpTransport.shared(settings.iamOrigin(), config.transport(RestClients.IAM, RestClients.IAM));
        URI address = URI.create(settings.get(ConfigKey.IAM_URL).toString().replaceFirst("/+$", "") + PATH);
        return (body, attempt) ->
                transport.send(new Request("POST", address, address.getPath(), HEADERS, body), attempt, LARGEST_REPLY);
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
        return pipeline.sendToTokenService(
                request.grant(), (credentials, attempt) -> send(request, credentials, attempt));
    }

    private IssuedTokens send(TokenRequest request, Credentials credentials, Attempt attempt) throws IOException {
        Reply reply = endpoint.send(request.body(credentials, clientIdMember), attempt);
        try {
            return json.readEnvelope(TOKENS, reply).first().issued();
        } catch (Unredacted e) {
            throw e.alsoBy(request::redact);
        }
    }

    /** Sends one request to the token service. */
    interface Endpoint {

        /**
         * Blocks until the reply is there.
         *
         * @param body JSON that contains the secrets
         */
        Reply send(byte[] body, Attempt attempt) throws NoReplyException;
    }
}
