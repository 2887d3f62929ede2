package io.github.buymed4j.rest;

import io.github.buymed4j.BuymedApplication;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.credentials.CredentialsRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Refuses a deployment that could not call the platform, or could not call it safely; names all that is wrong. */
public class DeploymentCheck implements Extension {

    private static final String CONFIG_KEY = "buymed";

    /**
     * What {@code HttpURLConnection}, which Payara sends with, is to do where nobody has said otherwise: not repeat a POST
     * whose connection breaks, and keep as many connections as there are requests in a minute, instead of five.
     */
    private static final Map<String, String> FOR_THE_JDK =
            Map.of("sun.net.http.retryPost", "false", "http.maxConnections", "100");

    private final WireLogs wireLogs = new WireLogs();
    private final Set<Class<?>> clients = new LinkedHashSet<>();
    private final Map<String, String> asked = new TreeMap<>();

    /** Before anything here can send a request: the JDK reads them once, when its HTTP client is first used. */
    void setUpTheJdk(@Observes BeforeBeanDiscovery start) {
        FOR_THE_JDK.forEach(System.getProperties()::putIfAbsent);
    }

    void withholdCredentials(@Observes BeforeBeanDiscovery start) {
        wireLogs.withholdCredentials();
    }

    void release(@Observes BeforeShutdown end) {
        wireLogs.release();
    }

    void collect(@Observes @WithAnnotations(RegisterRestClient.class) ProcessAnnotatedType<?> type) {
        Class<?> client = type.getAnnotatedType().getJavaClass();
        if (BuymedClients.isBuymedCall(client) || BuymedClients.attachesCredentials(client)) {
            clients.add(client);
        }
        BuymedApplication named = client.getAnnotation(BuymedApplication.class);
        if (named != null) {
            asked.put(named.value(), client.getName());
        }
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
        Set<ApplicationName> applications = new TreeSet<>(config.applications());
        asked.forEach((name, where) -> nameOf(name, where, problems).ifPresent(applications::add));
        applications.forEach(application -> problems.addAll(CredentialsRegistry.problems(config, application)));
        clients.forEach(client -> check(client, config, problems));
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new ConfigurationException(problems));
        }
    }

    private static void check(Class<?> client, BuymedConfig config, List<ConfigurationProblem> problems) {
        if (!BuymedClients.isBuymedCall(client)) {
            problems.add(problem(client, "attaches the credentials without being a call; add @BuymedCall"));
        }
        if (!BuymedClients.attachesCredentials(client)) {
            problems.add(problem(
                    client,
                    "is a @BuymedCall without credentials; add @RegisterClientHeaders(BuymedHeadersFactory.class)"));
        }
        if (!client.getAnnotation(RegisterRestClient.class).configKey().equals(CONFIG_KEY)) {
            problems.add(problem(client, "must say @RegisterRestClient(configKey = \"" + CONFIG_KEY + "\")"));
        }
        if (client.isAnnotationPresent(BuymedApplication.class) && client.getInterfaces().length > 0) {
            problems.add(
                    problem(
                            client,
                            "is a @BuymedApplication and inherits methods, which would be another application's; declare them in it"));
        }
        String key = client.getName() + "/mp-rest/followRedirects";
        if (config.read(key)
                .filter(reading -> reading.value().reveal().strip().equals("true"))
                .isPresent()) {
            problems.add(new ConfigurationProblem(key, "must be false; see " + ConfigKey.FOLLOW_REDIRECTS.key()));
        }
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

    private static ConfigurationProblem problem(Class<?> client, String what) {
        return new ConfigurationProblem(client.getName(), what);
    }
}
