package io.github.buymed4j.it;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.pharmacy.Pharmacy;
import io.github.buymed4j.rest.BuymedCall;
import io.github.buymed4j.rest.BuymedHeadersFactory;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An enterprise bean that calls as a further application, through the facade and an interface of its own. */
@Stateless
public class Branch {

    @Inject
    @BuymedApplication("branch")
    private Pharmacy ofBranch;

    @Inject
    private Pharmacy ofDefault;

    @Inject
    @RestClient
    private Counter counter;

    public String profileOfBranch() {
        return String.valueOf(ofBranch.profile().name());
    }

    public String profileOfDefault() {
        return String.valueOf(ofDefault.profile().name());
    }

    public String post(String note) {
        return counter.post(new Ordering.Data(note, 1)).first().note();
    }

    /** A REST client interface that is the further application's. */
    @RegisterRestClient(configKey = "buymed")
    @RegisterClientHeaders(BuymedHeadersFactory.class)
    @BuymedCall
    @BuymedApplication("branch")
    @Path("/v1/endpoint")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public interface Counter {

        @POST
        Envelope<Ordering.Data> post(Ordering.Data data);
    }
}
