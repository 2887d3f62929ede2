package io.github.buymed4j.config;

import static io.github.buymed4j.config.ConfigKey.*;

import io.github.buymed4j.config.AccountSettings.AuthorizePage;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the settings of the accounts through a {@link SettingsReader}, which notes what is wrong. */
final class AccountSettingsReader {

    private static final String PROFILE = "mp.config.profile";

    private final SettingsReader reader;

    AccountSettingsReader(SettingsReader reader) {
        this.reader = reader;
    }

    AccountSettings read() {
        reader.notFollowed(IAM_FOLLOW_REDIRECTS);
        return new AccountSettings(
                reader.address(IAM_URL),
                name(IAM_CLIENT_ID_FIELD),
                authorizePage(),
                redirectUri(),
                scopes(),
                reader.value(
                        ACCOUNTS_CONNECT_PAGE,
                        "a path of this application, such as /buymed/connect",
                        text -> text,
                        text -> text.matches("/[\\w./~-]*") && !text.startsWith("//")),
                reader.value(
                        ACCOUNTS_DATA_SOURCE,
                        "a JNDI name such as java:comp/DefaultDataSource or jdbc/tokens",
                        text -> text,
                        text -> text.matches(SettingsReader.JNDI_NAME)),
                reader.flag(ACCOUNTS_CREATE_TABLE),
                refreshing(),
                reader.duration(ACCOUNTS_CHECK_INTERVAL),
                reader.positive(ACCOUNTS_CACHE_SIZE),
                reader.isProfile(PROFILE, "dev"));
    }

    private AuthorizePage authorizePage() {
        return new AuthorizePage(
                reader.address(AUTHORIZE_URL),
                name(AUTHORIZE_CLIENT_ID_PARAMETER),
                reader.value(
                        AUTHORIZE_SCOPE_SEPARATOR,
                        "space or comma",
                        text -> text.equals("space") ? " " : text.equals("comma") ? "," : "",
                        separator -> !separator.isEmpty()));
    }

    private String name(ConfigKey key) {
        return reader.value(
                key,
                "clientId, clientID or client_id",
                text -> text,
                List.of("clientId", "clientID", "client_id")::contains);
    }

    /** Exactly as registered: HTTPS, or HTTP on this machine only, and without a query. */
    private Optional<URI> redirectUri() {
        return reader.isGiven(REDIRECT_URI) ? reader.addressAsGiven(REDIRECT_URI) : Optional.empty();
    }

    private List<String> scopes() {
        return reader.value(
                SCOPES,
                "scopes such as pharmacy:order:read, separated by spaces or commas",
                text -> List.of(text.split("[\\s,]+")),
                scopes -> scopes.stream().allMatch(scope -> scope.matches("[a-z_]+(:[a-z_]+)+")));
    }

    private Refreshing refreshing() {
        Duration timeouts =
                Duration.ofMillis((long) reader.positive(IAM_CONNECT_TIMEOUT) + reader.positive(IAM_READ_TIMEOUT));
        return new Refreshing(
                reader.duration(ACCOUNTS_REFRESH_MARGIN),
                reader.duration(ACCOUNTS_REFRESH_JITTER),
                reader.duration(ACCOUNTS_EXPIRY_MARGIN),
                reader.duration(ACCOUNTS_REFRESH_WAIT),
                reader.value(
                        ACCOUNTS_REFRESH_LEASE,
                        "longer than " + IAM_CONNECT_TIMEOUT.key() + " and readTimeout together",
                        Duration::parse,
                        lease -> lease.compareTo(timeouts) > 0),
                reader.duration(ACCOUNTS_REAUTHORIZE_NOTICE));
    }
}
