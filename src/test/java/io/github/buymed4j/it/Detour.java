package io.github.buymed4j.it;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own REST client interface whose filter leads its requests to another host. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@RegisterProvider(Detour.Away.class)
@BuymedCall
@Path("/v1/endpoint")
public interface Detour {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Envelope<Ordering.Data> post(Ordering.Data data);

    /** Leads to the host {@code localhost} instead. */
    class Away implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            int port = ConfigProvider.getConfig().getValue("detour.port", Integer.class);
            request.setUri(java.net.URI.create("http://localhost:" + port + "/v1/endpoint"));
        }
    }
}
