package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConsoleLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Lets in the users whom the server's realm knows and who have the role {@value OperatorStore#OPERATOR}, if
 * {@code buymed.console.login} is {@code realm}. Logs them out of the realm at once, because only
 * {@link OperatorSession} remembers a login.
 */
@ApplicationScoped
class RealmStore implements IdentityStore {

    private static final Logger LOG = System.getLogger(RealmStore.class.getName());

    private final ConsoleLogin login;
    private final HttpServletRequest request;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected RealmStore() {
        login = null;
        request = null;
    }

    @Inject
    RealmStore(BuymedConfig config, HttpServletRequest request) {
        this.login = config.settings().get(ConfigKey.CONSOLE_LOGIN);
        this.request = request;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (login != ConsoleLogin.REALM || !(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            request.login(given.getCaller(), given.getPasswordAsString());
            String user = request.getRemoteUser();
            boolean operator = request.isUserInRole(OperatorStore.OPERATOR);
            request.logout();
            if (operator) {
                return new CredentialValidationResult(user, Set.of(OperatorStore.OPERATOR));
            }
            LOG.log(
                    Level.WARNING,
                    "BUYMED-5004 console: refused a log-in; the user does not have the role {0}",
                    OperatorStore.OPERATOR);
        } catch (ServletException e) {
            // the realm does not know the user with this password
        }
        return CredentialValidationResult.INVALID_RESULT;
    }
}
