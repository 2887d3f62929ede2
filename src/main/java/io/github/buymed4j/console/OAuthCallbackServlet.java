package io.github.buymed4j.console;

import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.accounts.AuthorizationOutcome;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The redirect URI to which the platform sends the browser back. */
@WebServlet("/buymed/callback")
public class OAuthCallbackServlet extends CallbackServlet {

    private static final long serialVersionUID = 1L;

    @Override
    void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // not a field: a servlet is serializable and must not refer to anything that leads to a secret
        Accounts accounts = CDI.current().select(Accounts.class).get();
        AuthorizationOutcome outcome = accounts.complete(request::getParameter);
        if (outcome.location().isEmpty()) {
            refuse(request, response);
            return;
        }
        redirect(request, response, outcome.location().get());
    }
}
