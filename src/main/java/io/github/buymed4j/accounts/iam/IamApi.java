package io.github.buymed4j.accounts.iam;

import io.github.buymed4j.config.ConfigKey.RestClients;
import io.github.buymed4j.rest.reply.Envelope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The token endpoint as it is; public for the server's sake. */
@RegisterRestClient(configKey = RestClients.IAM)
@Path("/iam/core/v1/oauth/token")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface IamApi {

    /** Takes the request as bytes, which no server prints. */
    @POST
    Envelope<TokenReply> token(byte[] request);
}
