package io.github.buymed4j.rest;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConfigKey.RestClients;
import io.github.buymed4j.internal.config.Settings;
import io.github.buymed4j.internal.transport.HttpTransport;
import io.github.buymed4j.rest.reply.JsonBody;
import io.github.buymed4j.rest.reply.RestClientReplies;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Registers the providers for sending, errors and JSON with each REST client that calls the platform. The server calls
 * this for each client that is built, so that a user's interface does not have to name the providers.
 */
public final class BuymedClients implements RestClientListener {

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        if (!isBuymedCall(type) && !attachesCredentials(type)) {
            return;
        }
        BuymedConfig config = BuymedConfig.ofThisApplication();
        Settings settings = config.settings();
        JsonBody json = new JsonBody();
        RestClientReplies replies = new RestClientReplies(json);
        SendingFilter sending = new SendingFilter(
                new AddressGuard(settings.get(ConfigKey.API_URL)),
                PathTemplates.of(type, settings.get(ConfigKey.API_URL)),
                HttpTransport.shared(settings.apiOrigin(), config.transport(type.getName(), RestClients.PLATFORM)),
                new RequestBody(json),
                replies,
                settings.get(ConfigKey.MAX_REPLY_SIZE));
        if (isJersey(builder)) {
            builder.register(new PlainParameters(), 1);
        }
        replies.registerWith(builder);
        builder.followRedirects(false)
                .executorService(new ServerThreads())
                .register(new QuerySeal(), Integer.MIN_VALUE)
                .register(sending, Integer.MAX_VALUE);
    }

    /** The one that needs it; CXF fails each method without parameters where any converter is registered. */
    private static boolean isJersey(RestClientBuilder builder) {
        return builder.getClass().getName().startsWith("org.glassfish.jersey.");
    }

    static boolean isBuymedCall(Class<?> type) {
        return type.isAnnotationPresent(BuymedCall.class);
    }

    static boolean attachesCredentials(Class<?> type) {
        RegisterClientHeaders headers = type.getAnnotation(RegisterClientHeaders.class);
        return headers != null && BuymedHeadersFactory.class.isAssignableFrom(headers.value());
    }
}
