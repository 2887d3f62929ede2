package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Origin;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser to load content from this application only, to store no copy, not to show the pages in a frame,
 * and, after a request by HTTPS, to use only HTTPS.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public final class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private String contentPolicy = "";

    /** Allows the platform's page as a target, because the form that connects a pharmacy redirects to it. */
    @Override
    public void init() {
        BuymedConfig config = CDI.current().select(BuymedConfig.class).get(); // not a field, as in OAuthCallbackServlet
        contentPolicy = "default-src 'self'; base-uri 'none'; form-action 'self' "
                + Origin.of(config.settings().get(ConfigKey.AUTHORIZE_URL))
                + "; frame-ancestors 'none'; object-src 'none'";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
