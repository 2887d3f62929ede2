package io.github.buymed4j.accounts;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.transport.Attempt;
import io.github.buymed4j.internal.transport.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A {@link PlatformServer} as another process sees it.
 *
 * @param address where it listens
 */
public record RemotePlatform(URI address) implements Iam.Endpoint {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The product's own way to it. */
    public TokenService service(BuymedConfig config) {
        return FakePlatform.service(this, config);
    }

    @Override
    public Reply send(byte[] request, Attempt attempt) {
        HttpRequest post = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        try {
            return FakePlatform.read(HTTP.send(post, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The platform did not answer", e);
        }
    }
}
