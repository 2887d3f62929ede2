package io.github.buymed4j.console;

import io.github.buymed4j.config.Secret;
import io.github.buymed4j.console.oidc.AuthorizationCode;
import io.github.buymed4j.console.oidc.PendingLogin;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The redirect URI to which the OpenID provider sends the browser back after a log-in. */
@WebServlet("/oidc/callback")
public class OpenIdCallbackServlet extends CallbackServlet {

    private static final long serialVersionUID = 1L;

    @Override
    void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OperatorSession session = CDI.current().select(OperatorSession.class).get(); // not a field
        Optional<PendingLogin> login = session.take(request, request.getParameter("state"));
        if (login.isEmpty()) {
            refuse(request, response);
            return;
        }
        String code = request.getParameter("code"); // null if the provider refuses the log-in
        boolean in = code != null && session.logIn(request, new AuthorizationCode(Secret.of(code), login.get()));
        if (in) {
            CDI.current().select(LoginAttempts.class).get().succeeded(request.getRemoteAddr());
        }
        redirect(request, response, in ? "/index.xhtml" : "/login.xhtml?refused");
    }
}
