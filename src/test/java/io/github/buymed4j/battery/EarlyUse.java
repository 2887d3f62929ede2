package io.github.buymed4j.battery;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Uses both HTTP clients of the JDK before anything of buymed4j runs, as another application of the server may have done: what
 * they read from system properties they have read by then.
 */
public class EarlyUse implements Extension {

    void useTheJdk(@Observes @Priority(1) BeforeBeanDiscovery start) throws InterruptedException {
        URI nobody = URI.create("http://127.0.0.1:1/");
        try {
            nobody.toURL().openConnection().getInputStream().close();
        } catch (IOException refused) {
            // nobody listens there
        }
        try {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(nobody).build(), BodyHandlers.discarding());
        } catch (IOException refused) {
            // nor here
        }
    }
}
