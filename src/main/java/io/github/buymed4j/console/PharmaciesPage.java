package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AccountStatus;
import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.VisibleText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code accounts.xhtml} shows and does. Lives for one request. */
@Named("pharmacies")
@RequestScoped
public class PharmaciesPage {

    private static final int MOST_SHOWN = 100;
    private static final String RETURN_TO = "/accounts.xhtml";

    private final BuymedConfig config;
    private final Accounts accounts;
    private String account = "";
    private @Nullable List<AccountStatus> connected;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected PharmaciesPage() {
        config = null;
        accounts = null;
    }

    @Inject
    PharmaciesPage(BuymedConfig config, Accounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    /** True if pharmacies can be connected. */
    public boolean isEnabled() {
        return config.settings().get(ConfigKey.REDIRECT_URI).isPresent();
    }

    /**
     * What the operator typed; before that, the account that the page's address names, as in
     * {@code AuthorizationRequiredException}.
     */
    public String getAccount() {
        return account.isEmpty() ? parameter("account") : account;
    }

    public void setAccount(String account) {
        this.account = account.strip();
    }

    /** The first accounts in order of name; empty, with a message, if the store is unavailable. */
    public List<AccountStatus> getConnected() {
        List<AccountStatus> known = connected;
        if (known == null) {
            known = list();
            connected = known;
        }
        return known;
    }

    private List<AccountStatus> list() {
        try {
            return accounts.list("", MOST_SHOWN);
        } catch (BuymedException e) {
            say(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** How the authorization ended from which the browser returns; empty if it ended well, or if there was none. */
    public String getNotice() {
        return Stream.of(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(parameter("connection")::equals)
                .map(kind -> "Authorization: " + kind.replace('-', ' '))
                .findFirst()
                .orElse("");
    }

    /** Redirects the browser to the platform's authorization page. */
    public void connect() throws IOException {
        try {
            String page =
                    accounts.authorizationPage(Account.of(account), RETURN_TO).toString();
            FacesContext.getCurrentInstance().getExternalContext().redirect(page);
        } catch (IllegalArgumentException | BuymedException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    public void disconnect() {
        try {
            say(accounts.disconnect(Account.of(account)) ? "Disconnected." : "It was not connected.");
        } catch (IllegalArgumentException | BuymedException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static String parameter(String name) {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        return context.getRequestParameterMap().getOrDefault(name, "");
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(VisibleText.of(text)));
    }
}
