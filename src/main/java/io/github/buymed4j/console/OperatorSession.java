package io.github.buymed4j.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

/**
 * Remembers the log-in in the HTTP session and nowhere else, and sends strangers to the login page. The mechanisms that
 * Jakarta Security brings differ here: Open Liberty's remembers it in a cookie that outlives the session.
 */
@ApplicationScoped
class OperatorSession implements HttpAuthenticationMechanism {

    private static final String LOGGED_IN = OperatorSession.class.getName();
    private static final String LOGIN_PAGE = "/login.xhtml";

    private final IdentityStoreHandler stores;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OperatorSession() {
        stores = null;
    }

    @Inject
    OperatorSession(IdentityStoreHandler stores) {
        this.stores = stores;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(LOGGED_IN) instanceof String operator) {
            return context.notifyContainerAboutLogin(operator, Set.of(operator));
        }
        return context.isProtected()
                ? context.redirect(request.getContextPath().concat(LOGIN_PAGE))
                : context.doNothing();
    }

    /**
     * Logs the operator in from the next request on; false where the credential is refused. Not by way of {@code
     * SecurityContext.authenticate}: Open Liberty would issue its cookie for it.
     */
    boolean logIn(HttpServletRequest request, UsernamePasswordCredential credential) {
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != Status.VALID) {
            return false;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId(); // whoever knew the old one does not get in with it
        }
        request.getSession().setAttribute(LOGGED_IN, result.getCallerPrincipal().getName());
        return true;
    }
}
