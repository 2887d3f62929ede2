package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.internal.config.SettableSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.SessionCookieConfig;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private final List<Object> secure = new ArrayList<>();
    private final ServletContext context = new Fake()
            .with(
                    "getSessionCookieConfig",
                    nothing -> new Fake()
                            .with("setSecure", value -> secure.add(value[0]))
                            .as(SessionCookieConfig.class))
            .as(ServletContext.class);

    private void start(Map<String, String> properties) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Config config = SettableSource.config(SettableSource.of(properties));
        try (URLClassLoader own = new URLClassLoader(new URL[0], before)) {
            thread.setContextClassLoader(own);
            ConfigProviderResolver.instance().registerConfig(config, own);
            new SessionCookie().contextInitialized(new ServletContextEvent(context));
        } finally {
            ConfigProviderResolver.instance().releaseConfig(config);
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void cookie_byDefault_isSentByHttpsOnly() throws Exception {
        start(Map.of());

        assertThat(secure).containsExactly(true);
    }

    @Test
    void cookie_whereSecurityIsNotEnforced_isLeftToTheServer() throws Exception {
        start(Map.of("buymed.security.enforce", "false"));

        assertThat(secure).isEmpty();
    }
}
