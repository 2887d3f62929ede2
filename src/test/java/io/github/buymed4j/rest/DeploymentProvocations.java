package io.github.buymed4j.rest;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.docs.Provocation;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Archives and servers on which an application would not work. */
public final class DeploymentProvocations {

    private DeploymentProvocations() {}

    public static Stream<Provocation> all() {
        return Stream.of(
                        DeploymentCheck.platformProblem(Object.class),
                        DiscoveryCheck.problem(warWith("<beans bean-discovery-mode='none'/>")))
                .flatMap(Optional::stream)
                .map(problem -> Provocation.refused(
                        "ConfigurationException", () -> new ConfigurationException(List.of(problem)).toString()));
    }

    /** A WAR with that {@code beans.xml}. */
    static ServletContext warWith(String beansXml) {
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getResourceAsStream") && arguments[0].equals("/WEB-INF/beans.xml")
                                ? new ByteArrayInputStream(beansXml.getBytes(StandardCharsets.UTF_8))
                                : null);
    }
}
