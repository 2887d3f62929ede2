package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey.RestClients;
import io.github.buymed4j.internal.transport.HttpTransport;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Fails a deployment that could not call the platform, or not safely; reports all problems together. */
public class DeploymentCheck implements Extension {

    private final Set<Class<?>> clients = new LinkedHashSet<>();
    private final Map<String, Class<?>> restClients = new HashMap<>();
    private final Set<String> repeated = new TreeSet<>();
    private final Map<String, String> asked = new TreeMap<>();

    void closeConnections(@Observes BeforeShutdown end) {
        HttpTransport.closeShared();
    }

    void collect(@Observes @WithAnnotations(RegisterRestClient.class) ProcessAnnotatedType<?> type) {
        Class<?> client = type.getAnnotatedType().getJavaClass();
        Class<?> namesake = restClients.putIfAbsent(client.getName(), client);
        if (namesake != null && namesake != client && (isOurs(namesake) || isOurs(client))) {
            repeated.add(client.getName());
        }
        if (isOurs(client)) {
            clients.add(client);
        }
        BuymedApplication named = client.getAnnotation(BuymedApplication.class);
        if (named != null) {
            asked.put(named.value(), client.getName());
        }
    }

    private static boolean isOurs(Class<?> client) {
        return BuymedClients.isBuymedCall(client) || BuymedClients.attachesCredentials(client);
    }

    void collect(@Observes ProcessInjectionPoint<?, ?> point) {
        BuymedApplication named = point.getInjectionPoint().getAnnotated().getAnnotation(BuymedApplication.class);
        if (named != null) {
            asked.put(named.value(), point.getInjectionPoint().getMember().toString());
        }
    }

    void check(@Observes AfterDeploymentValidation validation) {
        BuymedConfig config = BuymedConfig.ofThisApplication();
        List<ConfigurationProblem> problems = new ArrayList<>(config.problems());
        platformProblem(JsonProvider.class).ifPresent(problems::add);
        Set<ApplicationName> applications = new TreeSet<>(config.applications());
        asked.forEach((name, where) -> nameOf(name, where, problems).ifPresent(applications::add));
        applications.forEach(application -> problems.addAll(CredentialsRegistry.problems(config, application)));
        problems.addAll(config.transportProblems(RestClients.IAM, RestClients.IAM));
        clients.forEach(client -> {
            problems.addAll(problems(client));
            problems.addAll(config.transportProblems(client.getName(), RestClients.PLATFORM));
        });
        if (isWildFly()) {
            repeated.forEach(name -> problems.add(inSeveralArchives(name)));
        }
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(
                    new ConfigurationException(problems.stream().distinct().toList()));
        }
    }

    /** Without what Jakarta EE 10 has added to JSON Processing, each call would end with a {@code NoSuchMethodError}. */
    static Optional<ConfigurationProblem> platformProblem(Class<?> jsonProvider) {
        try {
            jsonProvider.getMethod("createValue", Number.class);
            return Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.of(
                    new ConfigurationProblem(
                            "Jakarta EE",
                            "is older than 10 on this server, whose JSON Processing is older than 2.1; use a server with the Jakarta EE 10 Web Profile"));
        }
    }

    /** It keeps one proxy class for each name, so that the second archive of an EAR gets a proxy of the first one's type. */
    private static boolean isWildFly() {
        return DeploymentCheck.class.getClassLoader().getClass().getName().startsWith("org.jboss.modules.");
    }

    private static ConfigurationProblem inSeveralArchives(String client) {
        return new ConfigurationProblem(
                client,
                "is in several archives of this EAR, and this server would confuse them; put it into the EAR's lib, once");
    }

    /** The violated rules of a REST client interface that calls the platform. */
    private static List<ConfigurationProblem> problems(Class<?> client) {
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

    private static Optional<ApplicationName> nameOf(String name, String where, List<ConfigurationProblem> problems) {
        try {
            return Optional.of(new ApplicationName(name));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new ConfigurationProblem(where, "asks for a @BuymedApplication that cannot be: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
