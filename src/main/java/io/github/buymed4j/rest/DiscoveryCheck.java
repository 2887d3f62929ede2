package io.github.buymed4j.rest;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fails the deployment of a WAR for which the server has started no CDI, because its {@code beans.xml} says
 * {@code bean-discovery-mode="none"} (Payara): no other check runs there, and whatever is injected would be null.
 */
public class DiscoveryCheck implements ServletContainerInitializer {

    private static final String FILE = "WEB-INF/beans.xml";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern NONE = Pattern.compile("bean-discovery-mode\\s*=\\s*[\"']none[\"']");

    @Override
    public void onStartup(Set<Class<?>> types, ServletContext war) {
        if (isWithoutCdi()) {
            problem(war).ifPresent(problem -> {
                throw new ConfigurationException(List.of(problem));
            });
        }
    }

    static Optional<ConfigurationProblem> problem(ServletContext war) {
        return NONE.matcher(COMMENT.matcher(beansXml(war)).replaceAll("")).find()
                ? Optional.of(
                        new ConfigurationProblem(
                                FILE,
                                "says bean-discovery-mode=\"none\", so that this server injects nothing into the WAR; leave the attribute out"))
                : Optional.empty();
    }

    /** Empty if there is none. */
    private static String beansXml(ServletContext war) {
        try (InputStream file = war.getResourceAsStream("/" + FILE)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the server reads it, too, and tells what is wrong with it
        }
    }

    private static boolean isWithoutCdi() {
        try {
            CDI.current();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
