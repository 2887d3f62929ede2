package io.github.buymed4j.config;

import static io.github.buymed4j.config.ConfigKey.*;

import io.github.buymed4j.config.AccountSettings.AuthorizePage;
import io.github.buymed4j.config.AccountSettings.Refreshing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the settings of the accounts through a {@link SettingsReader}, which collects the problems. */
final class AccountSettingsReader {

    private static final String PROFILE = "mp.config.profile";
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(5);

    private final SettingsReader reader;

    AccountSettingsReader(SettingsReader reader) {
        this.reader = reader;
    }

    AccountSettings read() {
        reader.notFollowed(IAM_FOLLOW_REDIRECTS);
        reader.positive(IAM_CONNECT_TIMEOUT); // only checked here; the transport reads both
        reader.positive(IAM_READ_TIMEOUT);
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
                        separator -> !separator.isEmpty()),
                reader.flag(AUTHORIZE_PKCE));
    }

    private String name(ConfigKey key) {
        return reader.value(
                key,
                "clientId, clientID or client_id",
                text -> text,
                List.of("clientId", "clientID", "client_id")::contains);
    }

    /** The redirect address, unchanged: HTTPS, or HTTP on a loopback address, without a query. */
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
        return new Refreshing(
                reader.duration(ACCOUNTS_REFRESH_MARGIN),
                reader.duration(ACCOUNTS_REFRESH_JITTER),
                reader.duration(ACCOUNTS_EXPIRY_MARGIN),
                reader.duration(ACCOUNTS_REFRESH_WAIT),
                lease(longestExchange().plus(LEASE_MARGIN)),
                reader.duration(ACCOUNTS_REAUTHORIZE_NOTICE));
    }

    /**
     * The lease is at least {@code shortest}, so that no hold ends while its node may still be sending: two nodes must
     * never send the same refresh token.
     */
    private Duration lease(Duration shortest) {
        Duration longest = shortest.compareTo(LONGEST_LEASE) > 0 ? shortest : LONGEST_LEASE;
        return reader.value(
                ACCOUNTS_REFRESH_LEASE,
                "a duration from " + shortest + " (twice " + CALL_MAX_DURATION.key() + ", twice "
                        + CREDENTIALS_ROTATION_WAIT.key() + ", and what clocks differ) to " + longest,
                text -> text.isEmpty() ? shortest : Duration.parse(text),
                lease -> lease.compareTo(shortest) >= 0 && lease.compareTo(longest) <= 0);
    }

    /**
     * Two attempts, each of which may first wait for new credentials, or in any case for another call's trial of
     * credentials.
     */
    private Duration longestExchange() {
        Duration wait = reader.duration(CREDENTIALS_ROTATION_WAIT);
        return reader.callMaxDuration()
                .plus(wait.compareTo(LONGEST_TRIAL) > 0 ? wait : LONGEST_TRIAL)
                .multipliedBy(2);
    }
}
