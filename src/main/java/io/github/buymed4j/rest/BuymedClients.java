package io.github.buymed4j.rest;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.Origin;
import io.github.buymed4j.config.Settings;
import io.github.buymed4j.rest.reply.ErrorReplies;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.ReplyLimit;
import jakarta.ws.rs.Priorities;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Completes each REST client that attaches the credentials: the guard, the errors, the JSON. Called by the server for each
 * client that is built, so that a user's interface needs none of it.
 */
public final class BuymedClients implements RestClientListener {

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        if (!isBuymedCall(type) && !attachesCredentials(type)) {
            return;
        }
        Settings settings = BuymedConfig.ofThisApplication().settings();
        complete(builder, settings)
                .executorService(new CallExecutor())
                .register(new OriginGuard(settings.apiOrigin()), Integer.MAX_VALUE);
    }

    /** Completes a client that carries its credentials in the body, to an origin of its own and nowhere else. */
    public static void completeForBody(RestClientBuilder builder, Settings settings, Origin origin) {
        complete(builder, settings).register(new BareHeadersGuard(origin), Integer.MAX_VALUE);
    }

    private static RestClientBuilder complete(RestClientBuilder builder, Settings settings) {
        JsonBody json = new JsonBody();
        return builder.followRedirects(false)
                .register(new RequestBytes(json), Priorities.ENTITY_CODER)
                .register(new ErrorReplies(), 1)
                .register(new ReplyLimit(settings.maxReplySize()), Priorities.ENTITY_CODER)
                .register(json, 1);
    }

    static boolean isBuymedCall(Class<?> type) {
        return type.isAnnotationPresent(BuymedCall.class);
    }

    static boolean attachesCredentials(Class<?> type) {
        RegisterClientHeaders headers = type.getAnnotation(RegisterClientHeaders.class);
        return headers != null && BuymedHeadersFactory.class.isAssignableFrom(headers.value());
    }
}
