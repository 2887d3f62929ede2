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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the log-in in the HTTP session and nowhere else, and sends strangers to the login page. A session ends {@link
 * #LONGEST} after its log-in, however busy it is, and with the password that it began with. The mechanisms that Jakarta
 * Security brings differ here: Open Liberty's remembers it in a cookie that outlives the session.
 */
@ApplicationScoped
class OperatorSession implements HttpAuthenticationMechanism {

    static final Duration LONGEST = Duration.ofHours(8);

    private static final String LOGIN = OperatorLogin.class.getName();
    private static final String LOGIN_PAGE = "/login.xhtml";

    private final IdentityStoreHandler stores;
    private final OperatorStore operators;
    private final LongSupplier ticker;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected OperatorSession() {
        stores = null;
        operators = null;
        ticker = null;
    }

    @Inject
    OperatorSession(IdentityStoreHandler stores, OperatorStore operators) {
        this(stores, operators, System::nanoTime);
    }

    OperatorSession(IdentityStoreHandler stores, OperatorStore operators, LongSupplier ticker) {
        this.stores = stores;
        this.operators = operators;
        this.ticker = ticker;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<OperatorLogin> login = login(request.getSession(false));
        if (login.isPresent()) {
            String operator = login.get().operator();
            return context.notifyContainerAboutLogin(operator, Set.of(operator));
        }
        return context.isProtected()
                ? context.redirect(request.getContextPath().concat(LOGIN_PAGE))
                : context.doNothing();
    }

    /** The log-in that the session remembers; one that has ended takes the session along. */
    private Optional<OperatorLogin> login(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(LOGIN) instanceof OperatorLogin login)) {
            return Optional.empty();
        }
        boolean fresh = ticker.getAsLong() - login.time() < LONGEST.toNanos();
        if (fresh && operators.passwordMark().filter(login.password()::equals).isPresent()) {
            return Optional.of(login);
        }
        session.invalidate();
        return Optional.empty();
    }

    /**
     * Logs the operator in from the next request on; false where the credential is refused. Not by way of {@code
     * SecurityContext.authenticate}: Open Liberty would issue its cookie for it.
     */
    boolean logIn(HttpServletRequest request, UsernamePasswordCredential credential) {
        // before the password is compared: should it change meanwhile, the session ends at once
        Optional<String> password = operators.passwordMark();
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != Status.VALID || password.isEmpty()) {
            return false;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId(); // whoever knew the old one does not get in with it
        }
        String operator = result.getCallerPrincipal().getName();
        request.getSession().setAttribute(LOGIN, new OperatorLogin(operator, password.get(), ticker.getAsLong()));
        return true;
    }
}
