package io.github.buymed4j.console;

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
 * A redirect URI to which another site sends the browser back, with a state and a code or an error.
 *
 * <p>The session's cookie is {@code SameSite=Strict}: a browser does not send it with a request that another site
 * caused. The first request without a session is therefore answered with a page that makes the browser repeat the
 * request automatically, now with the cookie.
 */
abstract class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "again";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = request.getSession(false) != null;
        if (!known && request.getParameter(AGAIN) == null) {
            Onward.to(response, new Language(request), again(request));
        } else if (known) {
            complete(request, response);
        } else {
            refuse(request, response);
        }
    }

    /** Refuses HEAD: by default it would be handled like GET and use up the authorization code. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "GET");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** Handles the answer of the other site to what was begun in the request's session. */
    abstract void complete(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Redirects to a path of this application. */
    static void redirect(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    /** The same reply for every browser without a valid session or state, regardless of what the other site sent. */
    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(new Language(request).text("callbackRefused"));
    }

    private static String again(HttpServletRequest request) {
        return Stream.of("state", "code", "error")
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=" + encoded(Objects.requireNonNull(request.getParameter(name))))
                .collect(Collectors.joining("&", "?" + AGAIN + "=1&", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
