package io.github.buymed4j.console;

import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.accounts.AuthorizationOutcome;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The redirect URI to which the platform sends the browser back.
 *
 * <p>The session's cookie is {@code SameSite=Strict}: a browser does not send it with a request that another site
 * caused. The first request without a session is therefore answered with a page that makes the browser repeat the
 * request automatically, now with the cookie.
 */
@WebServlet("/buymed/callback")
public class OAuthCallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "again";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = request.getSession(false) != null;
        if (!known && request.getParameter(AGAIN) == null) {
            askAgain(request, response);
        } else if (known) {
            complete(request, response);
        } else {
            refuse(response);
        }
    }

    /** Refuses HEAD: by default it would be handled like GET and use up the authorization code. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "GET");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // not a field: a servlet is serializable and must not refer to anything that leads to a secret
        Accounts accounts = CDI.current().select(Accounts.class).get();
        AuthorizationOutcome outcome = accounts.complete(request::getParameter);
        if (outcome.location().isEmpty()) {
            refuse(response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + outcome.location().get());
    }

    private static void askAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = Stream.of("state", "code", "error")
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=" + encoded(Objects.requireNonNull(request.getParameter(name))))
                .collect(Collectors.joining("&", "?" + AGAIN + "=1&", ""));
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"en\"><head><title>One moment</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0;url=" + query.replace("&", "&amp;") + "\">"
                        + "</head><body><p>One moment.</p></body></html>");
    }

    /** The same reply for every browser without a valid session or state, regardless of its parameters. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("This address is not valid. Start again from the application's own page.");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
