package io.github.buymed4j.console;

import io.github.buymed4j.Account;
import io.github.buymed4j.BuymedException;
import io.github.buymed4j.accounts.AccountStatus;
import io.github.buymed4j.accounts.Accounts;
import io.github.buymed4j.accounts.AuthorizationOutcome.Kind;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.security.OperatorAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code accounts.xhtml} shows and does. The page's parameters {@code part}, {@code attention} and {@code after} say
 * which accounts are listed, {@code account} which one is chosen. Lives for one request.
 */
@Named("accounts")
@RequestScoped
public class AccountsPage {

    private static final int PAGE = 50;
    private static final int FIRST = 10;
    private static final String RETURN_TO = "/accounts.xhtml";

    private final BuymedConfig config;
    private final Accounts accounts;
    private final OperatorActions actions;
    private final Language language;
    private String account = "";
    private @Nullable AccountStatus chosen;
    private List<AccountStatus> found = List.of();
    private List<AccountStatus> urgent = List.of();
    private long needingAttention;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    protected AccountsPage() {
        config = null;
        accounts = null;
        actions = null;
        language = null;
    }

    @Inject
    AccountsPage(BuymedConfig config, Accounts accounts, OperatorActions actions, Language language) {
        this.config = config;
        this.accounts = accounts;
        this.actions = actions;
        this.language = language;
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

    /**
     * Reads the store, after an action and before the page is written: its messages then say what went wrong. Public for
     * the page.
     */
    public void load() {
        if (!isEnabled()) {
            return;
        }
        try {
            chosen = getAccount().isBlank()
                    ? null
                    : accounts.status(Account.of(getAccount())).orElse(null);
            found = find();
            needingAttention = isStart() ? accounts.countNeedingAttention() : 0;
            urgent = needingAttention == 0 ? List.of() : accounts.findNeedingAttention("", "", FIRST);
        } catch (IllegalArgumentException | BuymedException e) {
            language.say(String.valueOf(e.getMessage()));
        }
    }

    private List<AccountStatus> find() {
        String after = parameter("after");
        return isAttention()
                ? accounts.findNeedingAttention(getPart(), after, PAGE + 1)
                : accounts.find(getPart(), after, PAGE + 1);
    }

    /** The chosen account as it is stored; null if none is chosen or it is not connected. */
    public @Nullable AccountStatus getChosen() {
        return chosen;
    }

    /** The part of an id that is searched for. */
    public String getPart() {
        return parameter("part").strip();
    }

    /** True if only accounts that need attention are listed. */
    public boolean isAttention() {
        return !parameter("attention").isEmpty();
    }

    /** True on the page that lists all accounts from the first one. */
    public boolean isStart() {
        return getPart().isEmpty() && !isAttention() && parameter("after").isEmpty();
    }

    /** How many accounts must be authorized again, now or soon; 0 if the page does not say so. */
    public long getNeedingAttention() {
        return needingAttention;
    }

    /** The first of them, which the page shows above all others. */
    public List<AccountStatus> getUrgent() {
        return urgent;
    }

    /** One page of accounts. */
    public List<AccountStatus> getFound() {
        return found.stream().limit(PAGE).toList();
    }

    /** The address of the next page; null on the last one. */
    public @Nullable String getNext() {
        return found.size() <= PAGE
                ? null
                : "?part=" + encoded(getPart()) + (isAttention() ? "&attention=yes" : "") + "&after="
                        + encoded(found.get(PAGE - 1).account().id());
    }

    /** The address of the page with this account chosen. */
    public String link(AccountStatus status) {
        return "?account=" + encoded(status.account().id());
    }

    /** How the authorization ended from which the browser returns; empty if it ended well, or if there was none. */
    public String getNotice() {
        return Stream.of(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(parameter("connection")::equals)
                .map(kind -> language.text("authorization." + kind))
                .findFirst()
                .orElse("");
    }

    /** Redirects the browser to the platform's authorization page. */
    public void connect() throws IOException {
        try {
            String page =
                    accounts.authorizationPage(Account.of(account), RETURN_TO).toString();
            actions.done(OperatorAction.Type.CONNECTED, ApplicationName.DEFAULT, account);
            FacesContext.getCurrentInstance().getExternalContext().redirect(page);
        } catch (IllegalArgumentException | BuymedException e) {
            fail(OperatorAction.Type.CONNECTED, e);
        }
    }

    public void disconnect() {
        try {
            if (accounts.disconnect(Account.of(account))) {
                actions.done(OperatorAction.Type.DISCONNECTED, ApplicationName.DEFAULT, account);
                language.say(language.text("disconnected", account));
            } else {
                actions.failed(OperatorAction.Type.DISCONNECTED, ApplicationName.DEFAULT, "it is not connected");
                language.say(language.text("notConnected", account));
            }
        } catch (IllegalArgumentException | BuymedException e) {
            fail(OperatorAction.Type.DISCONNECTED, e);
        }
    }

    /** What was typed goes into no event: it may be anything, such as a secret in the wrong field. */
    private void fail(OperatorAction.Type action, RuntimeException e) {
        actions.failed(action, ApplicationName.DEFAULT, e.getClass().getSimpleName());
        language.say(String.valueOf(e.getMessage()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault(name, "");
    }
}
