package io.github.buymed4j.console;

import io.github.buymed4j.internal.config.ConfigKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The actions of {@code login.xhtml} and of the logout button. */
@Named("login")
@RequestScoped
public class LoginPage {

    private static final Logger LOG = System.getLogger(LoginPage.class.getName());
    private static final String CONSOLE = "/index.xhtml?faces-redirect=true";

    private final OperatorSession session;
    private final OperatorStore store;
    private final LoginAttempts attempts;
    private String user = "";
    private String password = "";

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LoginPage() {
        session = null;
        store = null;
        attempts = null;
    }

    @Inject
    LoginPage(OperatorSession session, OperatorStore store, LoginAttempts attempts) {
        this.session = session;
        this.store = store;
        this.attempts = attempts;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    /** Always empty: a password is never sent back. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Logs in; returns the console's address, or null after adding a message that states the reason. */
    public @Nullable String logIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Duration wait = attempts.admit(request.getRemoteAddr());
        if (!wait.isZero()) {
            return refuse(faces, "Too many failed attempts. Try again in " + (wait.toSeconds() + 1) + " seconds.");
        }
        if (!session.logIn(request, new UsernamePasswordCredential(user, password))) {
            warn(request);
            return refuse(faces, "The user or the password is wrong.");
        }
        attempts.succeeded(request.getRemoteAddr());
        return CONSOLE;
    }

    public String logOut() {
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return CONSOLE;
    }

    private void warn(HttpServletRequest request) {
        LOG.log(
                Level.WARNING,
                !store.isAsked() || store.password().isPresent()
                        ? "BUYMED-5001 console: refused a log-in from {0}"
                        : "BUYMED-5002 console: refused a log-in from {0}; nobody can log in without {1} or {2}",
                request.getRemoteAddr(),
                ConfigKey.CONSOLE_PASSWORD.key(),
                ConfigKey.CONSOLE_PASSWORD_HASH.key());
    }

    private static @Nullable String refuse(FacesContext faces, String why) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        return null;
    }
}
