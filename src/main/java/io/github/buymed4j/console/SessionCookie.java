package io.github.buymed4j.console;

import io.github.buymed4j.config.BuymedConfig;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Has the browser send the session's cookie by HTTPS only, unless {@code buymed.security.enforce} is {@code false}. Whether a
 * request came by HTTPS does not decide: Open Liberty's cookie would be without the mark then, and so would each server's
 * behind a proxy that ends TLS.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        if (BuymedConfig.ofThisApplication().settings().securityEnforced()) {
            start.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
