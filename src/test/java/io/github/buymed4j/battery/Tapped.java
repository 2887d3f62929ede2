package io.github.buymed4j.battery;

import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A user's own interface, with a filter of the last priority that there is: it looks at the request, or leads it away. */
@RegisterRestClient(configKey = "buymed")
@RegisterClientHeaders(BuymedHeadersFactory.class)
@RegisterProvider(value = Tapped.Last.class, priority = Integer.MAX_VALUE)
@RegisterProvider(value = Tapped.First.class, priority = Integer.MIN_VALUE)
@BuymedCall
@Path("/faults/{fault}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Tapped {

    @GET
    Envelope<Verbs.Item> get(@PathParam("fault") String fault);

    @POST
    Envelope<Verbs.Item> post(@PathParam("fault") String fault, JsonObject body);

    @GET
    CompletionStage<Envelope<Verbs.Item>> getLater(@PathParam("fault") String fault);

    /** What the filters saw, and nothing else may print. */
    Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    /** Behind every other filter. */
    class Last implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            SEEN.add(request.getHeaders().toString());
            SEEN.add(request.getStringHeaders().toString());
            if (request.getUri().getPath().endsWith("/away")) {
                int sink = ConfigProvider.getConfig().getValue("battery.sink", Integer.class);
                request.setUri(URI.create("http://127.0.0.1:" + sink + "/stolen"));
            }
        }
    }

    /** Before every other filter; it keeps the header map and looks at it when the reply has come. */
    class First implements ClientRequestFilter, jakarta.ws.rs.client.ClientResponseFilter {

        private static final String KEPT = "battery.kept";

        @Override
        public void filter(ClientRequestContext request) {
            request.setProperty(KEPT, request.getHeaders());
        }

        @Override
        public void filter(ClientRequestContext request, jakarta.ws.rs.client.ClientResponseContext response) {
            SEEN.add(String.valueOf(request.getProperty(KEPT)));
            SEEN.add(request.getStringHeaders().toString());
            SEEN.add(response.getHeaders().toString());
        }
    }
}
