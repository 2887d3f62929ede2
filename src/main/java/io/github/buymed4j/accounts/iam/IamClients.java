package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.rest.BuymedClients;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Completes {@link IamApi}. Called by the server for each client that is built. */
public final class IamClients implements RestClientListener {

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        if (type == IamApi.class) {
            BuymedConfig config = BuymedConfig.ofThisApplication();
            BuymedClients.completeForBody(
                    builder, config.settings(), config.accounts().iamOrigin());
        }
    }
}
