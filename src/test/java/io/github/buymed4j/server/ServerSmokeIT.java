package io.github.buymed4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ServerSmokeIT {
    @Inject
    private Greeting greeting;

    @Deployment
    static WebArchive war() {
        return TestWar.withAssertions(TestWar.named("smoke")).addClasses(Greeting.class, GreetingServlet.class);
    }

    @Test
    void greeting_injectedInTheServer_answers() {
        assertThat(greeting.to("an")).isEqualTo("Xin chào an");
    }

    @Test
    @RunAsClient
    void greeting_overHttp_answers(@ArquillianResource URL base) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + "greeting")).build();

        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("Xin chào you");
    }

    @Test
    @RunAsClient
    void address_ofTheServer_isThisMachineOnly(@ArquillianResource URL base) {
        assertThat(base.getHost()).isIn("127.0.0.1", "localhost");
    }
}
