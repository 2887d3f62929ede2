package io.github.buymed4j.console;

import io.github.buymed4j.console.oidc.PendingLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores the login in the HTTP session only, and redirects unauthenticated requests to the login page. A session ends
 * {@link #LONGEST} after its login, even if it is in use, and when the configured password has changed since then. The
 * identity stores decide about a login. The built-in mechanisms of Jakarta Security are not used, because Open Liberty's
 * stores the login in a cookie that outlives the session.
 */
@ApplicationScoped
class OperatorSession implements HttpAuthenticationMechanism {

    static final Duration LONGEST = Duration.ofHours(8);

    private static final String LOGIN = Login.class.getName();
    private static final String PENDING = PendingLogin.class.getName();
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
        Optional<Login> login = login(request.getSession(false));
        if (login.isPresent()) {
            return context.notifyContainerAboutLogin(login.get().operator(), Set.of(OperatorStore.OPERATOR));
        }
        return context.isProtected()
                ? context.redirect(request.getContextPath().concat(LOGIN_PAGE))
                : context.doNothing();
    }

    /** True if the session is of an operator whose login has not ended. */
    boolean isLoggedIn(HttpSession session) {
        return login(session).isPresent();
    }

    /** The login stored in the session; invalidates the session if the login has ended. */
    private Optional<Login> login(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(LOGIN) instanceof Login login)) {
            return Optional.empty();
        }
        boolean fresh = ticker.getAsLong() - login.time() < LONGEST.toNanos();
        if (fresh && operators.mark().filter(login.mark()::equals).isPresent()) {
            return Optional.of(login);
        }
        session.invalidate();
        return Optional.empty();
    }

    /** Keeps a login that begins at the OpenID provider in the browser's session. */
    void begin(HttpServletRequest request, PendingLogin login) {
        request.getSession().setAttribute(PENDING, login);
    }

    /** The login that the browser has begun with this state; it can be taken once. */
    Optional<PendingLogin> take(HttpServletRequest request, @Nullable String state) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PENDING) instanceof PendingLogin login)
                || !login.isAnsweredBy(state)) {
            return Optional.empty();
        }
        session.removeAttribute(PENDING);
        return Optional.of(login);
    }

    /**
     * Logs the operator in from the next request on; false if the credential is refused. Does not use
     * {@code SecurityContext.authenticate}, because Open Liberty would then issue its own cookie.
     */
    boolean logIn(HttpServletRequest request, Credential credential) {
        // before the password is compared: if it changes in between, the session ends at once
        Optional<String> mark = operators.mark();
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != Status.VALID || mark.isEmpty()) {
            return false;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId(); // prevents session fixation
        }
        String operator = result.getCallerPrincipal().getName();
        request.getSession().setAttribute(LOGIN, new Login(operator, mark.get(), ticker.getAsLong()));
        return true;
    }

    /**
     * A login as stored in the session.
     *
     * @param operator the user's name
     * @param mark what the login is valid for, by {@link OperatorStore#mark()}
     * @param time when the operator logged in, in nanoseconds of the ticker
     */
    private record Login(String operator, String mark, long time) implements Serializable {}
}
