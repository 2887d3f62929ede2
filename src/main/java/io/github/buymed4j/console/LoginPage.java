package io.github.buymed4j.console;

import io.github.buymed4j.console.oidc.OpenIdException;
import io.github.buymed4j.console.oidc.OpenIdLogin;
import io.github.buymed4j.console.oidc.PendingLogin;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.ConsoleLogin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
    private final OpenIdLogin provider;
    private final ConsoleLogin login;
    private final Language language;
    private String user = "";
    private String password = "";

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected LoginPage() {
        session = null;
        store = null;
        attempts = null;
        provider = null;
        login = null;
        language = null;
    }

    @Inject
    LoginPage(
            OperatorSession session,
            OperatorStore store,
            LoginAttempts attempts,
            OpenIdLogin provider,
            BuymedConfig config,
            Language language) {
        this.session = session;
        this.store = store;
        this.attempts = attempts;
        this.provider = provider;
        this.login = config.settings().get(ConfigKey.CONSOLE_LOGIN);
        this.language = language;
    }

    /** True if the page asks for a user and a password; otherwise the OpenID provider does. */
    public boolean isPasswordAsked() {
        return login != ConsoleLogin.OIDC;
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

    /**
     * Logs in; returns the console's address, or null after adding a message that states the reason, or after sending
     * the browser to the OpenID provider.
     */
    public @Nullable String logIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Duration wait = attempts.admit(request.getRemoteAddr());
        if (!wait.isZero()) {
            return refuse(faces, language.text("logInTooOften", wait.toSeconds() + 1));
        }
        if (!isPasswordAsked()) {
            return goToTheProvider(faces, request);
        }
        if (!session.logIn(request, new UsernamePasswordCredential(user, password))) {
            warn(request);
            return refuse(faces, language.text("logInWrong"));
        }
        attempts.succeeded(request.getRemoteAddr());
        return CONSOLE;
    }

    /** Ends the session here and, if it was begun at the OpenID provider, there. */
    public @Nullable String logOut() {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().invalidateSession();
        if (isPasswordAsked()) {
            return CONSOLE;
        }
        try {
            Optional<URI> page = provider.logoutPage();
            return page.isPresent() ? goOn(faces, page.get()) : CONSOLE;
        } catch (OpenIdException e) {
            OpenIdLogin.warn(e);
            return CONSOLE;
        }
    }

    private @Nullable String goToTheProvider(FacesContext faces, HttpServletRequest request) {
        PendingLogin pending = PendingLogin.begin();
        try {
            URI page = provider.loginPage(pending);
            session.begin(request, pending);
            return goOn(faces, page);
        } catch (OpenIdException e) {
            OpenIdLogin.warn(e);
            return refuse(faces, language.text("providerUnreachable"));
        }
    }

    private @Nullable String goOn(FacesContext faces, URI page) {
        try {
            Onward.to((HttpServletResponse) faces.getExternalContext().getResponse(), language, page.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
        return null;
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
