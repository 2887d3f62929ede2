package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Marks the session cookie as {@code Secure}, so that the browser sends it by HTTPS only, unless
 * {@code buymed.security.enforce} is {@code false}. This does not depend on whether a request came by HTTPS: otherwise
 * the cookie would lack the mark on Open Liberty, and on any server behind a proxy that terminates TLS.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        if (BuymedConfig.ofThisApplication().settings().get(ConfigKey.SECURITY_ENFORCE)) {
            start.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
