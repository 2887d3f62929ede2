package io.github.buymed4j.config;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every configuration key that buymed4j reads. The constant's javadoc is the reference; the README repeats it as a table,
 * and a test holds the two together.
 *
 * <p>Keys that start with {@code buymed.} exist once more for each further application, as {@code buymed.app.NAME.…}; what
 * is not given there is the default application's, but never a credential.
 */
public enum ConfigKey {
    /** The Client ID (App Key). Required. */
    CLIENT_ID("buymed.client-id", null),
    /** The Client Secret (App Secret). Required, here or in a file. */
    CLIENT_SECRET("buymed.client-secret", null),
    /** Path of a file with the Client Secret, read again by content. Wins over {@link #CLIENT_SECRET}. */
    CLIENT_SECRET_FILE("buymed.client-secret-file", null),
    /**
     * Path of a properties file with {@code client-id} and {@code client-secret}, read as one: a pair that cannot be torn.
     * Wins over every other source.
     */
    CREDENTIALS_FILE("buymed.credentials-file", null),
    /** The staged secret, used once the current one is rejected. */
    CLIENT_SECRET_NEXT("buymed.client-secret.next", null),
    /** Path of a file with the staged secret, which may come later. Wins over {@link #CLIENT_SECRET_NEXT}. */
    CLIENT_SECRET_NEXT_FILE("buymed.client-secret.next-file", null),
    /** How long a snapshot of the credentials is used before the sources are looked at again. */
    CREDENTIALS_CHECK_INTERVAL("buymed.credentials.check-interval", "PT1S"),
    /** How long a call waits for a new secret after a rejection, instead of failing. */
    CREDENTIALS_ROTATION_WAIT("buymed.credentials.rotation-wait", "PT0S"),
    /** The service region, sent as {@code X-Service-Region}. */
    SERVICE_REGION("buymed.service-region", "vn"),
    /** A ready bearer token, used where no account is bound; {@code Bearer} before it is understood. */
    ACCESS_TOKEN("buymed.access-token", null),
    /** The platform's address: {@code https}, or {@code http} on a loopback address. */
    API_URL("buymed/mp-rest/url", "https://open-apis.buymed.com"),
    /** The scope of a client that is injected: one client serves all, so that no short-lived bean makes one of its own. */
    CLIENT_SCOPE("buymed/mp-rest/scope", "jakarta.enterprise.context.ApplicationScoped"),
    /** Milliseconds until a connection must stand. */
    CONNECT_TIMEOUT("buymed/mp-rest/connectTimeout", "2000"),
    /** Milliseconds of silence after which a reply is given up. */
    READ_TIMEOUT("buymed/mp-rest/readTimeout", "10000"),
    /** Must stay {@code false}: a redirect would carry the credentials along. */
    FOLLOW_REDIRECTS("buymed/mp-rest/followRedirects", "false"),
    /**
     * How long one call may take from its start to its end, whatever it waits for; only batch work's wait for the quota does
     * not count.
     */
    CALL_MAX_DURATION("buymed.call.max-duration", "PT60S"),
    /** The largest reply that is read, in bytes. */
    MAX_REPLY_SIZE("buymed.max-reply-size", "16777216"),
    /** Requests a minute that the platform allows one IP address, or {@code unlimited}. */
    QUOTA_PER_MINUTE("buymed.quota.per-minute", "100"),
    /** Requests an hour that the platform allows one account, or {@code unlimited}. */
    QUOTA_PER_HOUR("buymed.quota.per-hour", "1000"),
    /** How long a call waits for the quota before it fails. */
    QUOTA_MAX_WAIT("buymed.quota.max-wait", "PT5S"),
    /** How long batch work waits for the quota before it fails: a little more than an hour outlasts an account used up. */
    QUOTA_BATCH_MAX_WAIT("buymed.quota.batch-max-wait", "PT65M"),
    /** The part of each limit, in percent, that batch work leaves to calls that somebody waits for; less than 100. */
    QUOTA_INTERACTIVE_SHARE("buymed.quota.interactive-share", "20"),
    /** The JNDI name of the PostgreSQL data source by which nodes share the quota; without it, each node has its own. */
    QUOTA_DATA_SOURCE("buymed.quota.data-source", null),
    /** Whether the table of the shared quota is created where there is none. */
    QUOTA_CREATE_TABLE("buymed.quota.create-table", "false"),
    /** How many nodes share the quota at most; each keeps to its part without a data source, and while the database is away. */
    QUOTA_NODES("buymed.quota.nodes", "1"),
    /** Names the IP address that the platform sees: the same on all nodes behind it, and on no other. */
    QUOTA_EGRESS("buymed.quota.egress", "default"),
    /**
     * How long after its start a GET may be repeated that met the limit, a platform out of service or a broken connection;
     * {@code PT0S} never. Batch work that met the limit is repeated within {@link #QUOTA_BATCH_MAX_WAIT}.
     */
    RETRY_MAX_DURATION("buymed.retry.max-duration", "PT5S"),
    /** How long categories and manufacturers are used before they are asked for again; {@code PT0S} asks each time. */
    CATALOGUE_MAX_AGE("buymed.catalogue.max-age", "PT1H"),
    /** The address of the platform's token service: {@code https}, or {@code http} on a loopback address. */
    IAM_URL("buymed-iam/mp-rest/url", "https://api.buymed.com"),
    /** Milliseconds until a connection to the token service must stand. */
    IAM_CONNECT_TIMEOUT("buymed-iam/mp-rest/connectTimeout", "2000"),
    /** Milliseconds of silence after which a reply of the token service is given up. */
    IAM_READ_TIMEOUT("buymed-iam/mp-rest/readTimeout", "10000"),
    /** Must stay {@code false}: a redirect would carry the credentials along. */
    IAM_FOLLOW_REDIRECTS("buymed-iam/mp-rest/followRedirects", "false"),
    /** The member of a request to the token service that holds the Client ID: {@code clientId}, or {@code clientID}. */
    IAM_CLIENT_ID_FIELD("buymed.iam.client-id-field", "clientId"),
    /** The platform's page on which a pharmacy authorizes the application. */
    AUTHORIZE_URL("buymed.authorize-url", "https://thuocsi.vn/oauth/authorize"),
    /** The parameter of that page that holds the Client ID: {@code clientID}, or {@code client_id}. */
    AUTHORIZE_CLIENT_ID_PARAMETER("buymed.authorize.client-id-parameter", "clientID"),
    /** What is between two scopes in an address of that page: {@code space}, or {@code comma}. */
    AUTHORIZE_SCOPE_SEPARATOR("buymed.authorize.scope-separator", "space"),
    /** Whether that page and the token service take PKCE (RFC 7636, {@code S256}), which the platform does not document. */
    AUTHORIZE_PKCE("buymed.authorize.pkce", "false"),
    /** Where the platform sends the browser back to: exactly as registered in the portal. Required to connect pharmacies. */
    REDIRECT_URI("buymed.redirect-uri", null),
    /** The scopes that a pharmacy is asked for, separated by spaces or commas. */
    SCOPES("buymed.scopes", "pharmacy:profile:read pharmacy:product:read pharmacy:order:read"),
    /** The page of this application that connects a pharmacy; {@code AuthorizationRequiredException} names it. */
    ACCOUNTS_CONNECT_PAGE("buymed.accounts.connect-page", "/buymed/connect"),
    /** The JNDI name of the data source that holds the tokens. */
    ACCOUNTS_DATA_SOURCE("buymed.accounts.data-source", "java:comp/DefaultDataSource"),
    /** Whether the table of the tokens is created where there is none. */
    ACCOUNTS_CREATE_TABLE("buymed.accounts.create-table", "false"),
    /**
     * The keys that tokens are encrypted with: a JWK set of {@code oct} keys of 256 bits, each with a {@code kid}. The first
     * encrypts, all decrypt. Required to connect pharmacies, here or in a file, outside the profile {@code dev}.
     */
    ACCOUNTS_KEYS("buymed.accounts.keys", null),
    /** Path of a file with these keys, read again by content. Wins over {@link #ACCOUNTS_KEYS}. */
    ACCOUNTS_KEYS_FILE("buymed.accounts.keys-file", null),
    /** How long before its end a token is renewed, though it still serves; at most half of its life. */
    ACCOUNTS_REFRESH_MARGIN("buymed.accounts.refresh-margin", "PT12H"),
    /** By how much more, at most, that is moved forward, so that accounts which were connected together spread. */
    ACCOUNTS_REFRESH_JITTER("buymed.accounts.refresh-jitter", "PT12H"),
    /** How long before its end a token serves no more, for clocks that differ and requests that take their time. */
    ACCOUNTS_EXPIRY_MARGIN("buymed.accounts.expiry-margin", "PT30S"),
    /** How long a call waits for a token that another one renews. */
    ACCOUNTS_REFRESH_WAIT("buymed.accounts.refresh-wait", "PT15S"),
    /**
     * How long one node may take to renew a token before another one tries, and how long a renewal of unknown outcome is not
     * repeated. Without it, and at least: both attempts of the longest exchange with the token service, the waits for a new
     * secret before each, and 30 seconds for clocks that differ. At most an hour, where that is more.
     */
    ACCOUNTS_REFRESH_LEASE("buymed.accounts.refresh-lease", null),
    /** How long a token in memory is used before the store is looked at again. */
    ACCOUNTS_CHECK_INTERVAL("buymed.accounts.check-interval", "PT5S"),
    /** How many accounts' tokens are held in memory. */
    ACCOUNTS_CACHE_SIZE("buymed.accounts.cache-size", "10000"),
    /** How long ahead it is announced that a pharmacy will have to authorize anew. */
    ACCOUNTS_REAUTHORIZE_NOTICE("buymed.accounts.reauthorize-notice", "P7D"),
    /** The operator's password for the console of {@code buymed4j.war}; without it nobody can log in. */
    CONSOLE_PASSWORD("buymed.console.password", null),
    /** Whether readiness is down while the platform rejects an application's credentials. */
    HEALTH_REJECTED_IS_DOWN("buymed.health.rejected-is-down", "false"),
    /** Whether a failed security check stops the deployment instead of warning. */
    SECURITY_ENFORCE("buymed.security.enforce", "true"),
    /** How old a secret may be before the security audit warns; its file tells, or since when the application sees it. */
    SECURITY_MAX_SECRET_AGE("buymed.security.max-secret-age", "P90D");

    /** The {@code configKey} of each REST client of buymed4j; MicroProfile's own keys of a client start with it. */
    public static final class RestClients {
        /** The Open API. */
        public static final String PLATFORM = "buymed";
        /** The token service. */
        public static final String IAM = "buymed-iam";

        private RestClients() {}
    }

    private static final String PREFIX = "buymed.";
    private static final Pattern OF_APPLICATION = Pattern.compile("buymed\\.app\\.([A-Za-z0-9_-]+)\\..+");
    private static final Set<ConfigKey> CREDENTIALS = EnumSet.of(
            CLIENT_ID,
            CLIENT_SECRET,
            CLIENT_SECRET_FILE,
            CREDENTIALS_FILE,
            CLIENT_SECRET_NEXT,
            CLIENT_SECRET_NEXT_FILE,
            ACCESS_TOKEN);
    private static final Set<ConfigKey> VERBATIM =
            EnumSet.of(CLIENT_ID, CLIENT_SECRET, CLIENT_SECRET_NEXT, ACCESS_TOKEN, ACCOUNTS_KEYS, CONSOLE_PASSWORD);
    private static final Pattern OF_APPLICATION_AS_VARIABLE = Stream.of(values())
            .filter(key -> key.key.startsWith(PREFIX))
            .map(key -> asVariable(key.key.substring(PREFIX.length())))
            .collect(collectingAndThen(
                    joining("|", "BUYMED_APP_([A-Z0-9_]+?)_(?:", ")"), regex -> Pattern.compile(regex)));

    private final String key;
    private final @Nullable String defaultValue;

    ConfigKey(String key, @Nullable String defaultValue) {
        this.key = key;
        this.defaultValue = defaultValue;
    }

    /** The key of the default application. */
    public String key() {
        return key;
    }

    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Whether it is one application's own, which no other one may use in its place. */
    boolean isCredential() {
        return CREDENTIALS.contains(this);
    }

    /** The application that a key {@code buymed.app.NAME.…} names. */
    static Optional<ApplicationName> applicationOf(String key) {
        Matcher named = OF_APPLICATION.matcher(key);
        return named.matches() ? Optional.of(new ApplicationName(named.group(1))) : Optional.empty();
    }

    /** Whether the value is used as its source has it, so that nothing in it may be taken for an expression by mistake. */
    boolean isVerbatim() {
        return VERBATIM.contains(this);
    }

    /** The application that an environment variable {@code BUYMED_APP_NAME_…} names, in lower case. */
    static Optional<ApplicationName> applicationOfVariable(String variable) {
        Matcher named = OF_APPLICATION_AS_VARIABLE.matcher(variable);
        return named.matches()
                ? Optional.of(new ApplicationName(named.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The key's environment variable, by MicroProfile's rule. */
    static String asVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The key of the named application; a key of MicroProfile's own is the same for all. */
    public String key(ApplicationName application) {
        return application.isDefault() || !key.startsWith(PREFIX)
                ? key
                : PREFIX + "app." + application.value() + "." + key.substring(PREFIX.length());
    }
}
