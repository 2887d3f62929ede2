package io.github.buymed4j.rest.client;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.config.ConfigKey.RestClients;
import io.github.buymed4j.config.ConfigurationProblem;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The rules for a REST client interface that calls the platform. */
final class InterfaceRules {

    private InterfaceRules() {}

    static List<ConfigurationProblem> problems(Class<?> client) {
        List<String> problems = new ArrayList<>();
        if (!BuymedClients.isBuymedCall(client)) {
            problems.add("attaches the credentials without being a call; add @BuymedCall");
        }
        if (!BuymedClients.attachesCredentials(client)) {
            problems.add(
                    "is a @BuymedCall without credentials; add @RegisterClientHeaders(BuymedHeadersFactory.class)");
        }
        if (!client.getAnnotation(RegisterRestClient.class).configKey().equals(RestClients.PLATFORM)) {
            problems.add("must say @RegisterRestClient(configKey = \"" + RestClients.PLATFORM + "\")");
        }
        if (client.isAnnotationPresent(BuymedApplication.class) && client.getInterfaces().length > 0) {
            problems.add(
                    "is a @BuymedApplication and inherits methods, which would be another application's; declare them in it");
        }
        Stream.of(client.getAnnotationsByType(RegisterProvider.class))
                .map(RegisterProvider::value)
                .filter(WriterInterceptor.class::isAssignableFrom)
                .forEach(
                        interceptor -> problems.add(
                                "registers the WriterInterceptor " + interceptor.getName()
                                        + ", which would not run: buymed4j writes and sends the request itself; use a ClientRequestFilter"));
        return problems.stream()
                .map(problem -> new ConfigurationProblem(client.getName(), problem))
                .toList();
    }
}
