package io.github.buymed4j.rest;

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
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Refuses a deployment that could not call the platform, or could not call it safely; names all that is wrong. */
public class DeploymentCheck implements Extension {

    private static final String CONFIG_KEY = "buymed";

    /** Whether {@code HttpURLConnection}, which Payara sends with, silently repeats a POST whose connection breaks. */
    private static final String RETRY_POST = "sun.net.http.retryPost";

    private final WireLogs wireLogs = new WireLogs();
    private final Set<Class<?>> clients = new LinkedHashSet<>();

    /** Before anything here can send a request: the JDK reads the property once, when its HTTP client is first used. */
    void sendEachPostOnce(@Observes BeforeBeanDiscovery start) {
        if (System.getProperty(RETRY_POST) == null) {
            System.setProperty(RETRY_POST, "false");
        }
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
    }

    void check(@Observes AfterDeploymentValidation validation) {
        BuymedConfig config = BuymedConfig.ofThisApplication();
        List<ConfigurationProblem> problems = new ArrayList<>(config.problems());
        problems.addAll(CredentialsRegistry.problems(config, ApplicationName.DEFAULT));
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
        String key = client.getName() + "/mp-rest/followRedirects";
        if (config.read(key)
                .filter(reading -> reading.value().reveal().strip().equals("true"))
                .isPresent()) {
            problems.add(new ConfigurationProblem(key, "must be false; see " + ConfigKey.FOLLOW_REDIRECTS.key()));
        }
    }

    private static ConfigurationProblem problem(Class<?> client, String what) {
        return new ConfigurationProblem(client.getName(), what);
    }
}
