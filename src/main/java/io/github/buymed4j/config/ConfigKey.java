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
 * Every configuration key that buymed4j reads. The constant's javadoc is the reference; the README repeats it as a
 * table, and a test checks that keys and defaults agree.
 *
 * <p>For each additional application, the keys that start with {@code buymed.} also exist as {@code buymed.app.NAME.…};
 * values missing there are taken from the default application, except credentials.
 */
public enum ConfigKey {
    /** The Client ID (App Key). Required. */
    CLIENT_ID("buymed.client-id", null),
    /** The Client Secret (App Secret). Required, here or in a file. */
    CLIENT_SECRET("buymed.client-secret", null),
    /**
     * Path of a file with the Client Secret; its content is read again while the application runs. Overrides
     * {@link #CLIENT_SECRET}.
     */
    CLIENT_SECRET_FILE("buymed.client-secret-file", null),
    /**
     * Path of a properties file with {@code client-id} and {@code client-secret}, read together, so that they always
     * belong together. Overrides every other source.
     */
    CREDENTIALS_FILE("buymed.credentials-file", null),
    /** The staged secret, used when the current one is rejected. */
    CLIENT_SECRET_NEXT("buymed.client-secret.next", null),
    /** Path of a file with the staged secret; the file may be created later. Overrides {@link #CLIENT_SECRET_NEXT}. */
    CLIENT_SECRET_NEXT_FILE("buymed.client-secret.next-file", null),
    /** How long credentials are used before their sources are read again. */
    CREDENTIALS_CHECK_INTERVAL("buymed.credentials.check-interval", "PT1S"),
    /** How long a call waits for a new secret after a rejection, instead of failing. */
    CREDENTIALS_ROTATION_WAIT("buymed.credentials.rotation-wait", "PT0S"),
    /** The service region, sent as {@code X-Service-Region}. */
    SERVICE_REGION("buymed.service-region", "vn"),
    /** A bearer token, used if no account is bound; the prefix {@code Bearer} is optional. */
    ACCESS_TOKEN("buymed.access-token", null),
    /** The platform's address: {@code https}, or {@code http} on a loopback address. */
    API_URL("buymed/mp-rest/url", "https://open-apis.buymed.com"),
    /**
     * The CDI scope of injected REST clients: one client for all, so that short-lived beans do not create their own.
     */
    CLIENT_SCOPE("buymed/mp-rest/scope", "jakarta.enterprise.context.ApplicationScoped"),
    /** Connect timeout in milliseconds. */
    CONNECT_TIMEOUT("buymed/mp-rest/connectTimeout", "2000"),
    /** Read timeout in milliseconds: the longest time without data from the platform while waiting for a reply. */
    READ_TIMEOUT("buymed/mp-rest/readTimeout", "10000"),
    /** Must stay {@code false}: a redirect would carry the credentials along. */
    FOLLOW_REDIRECTS("buymed/mp-rest/followRedirects", "false"),
    /**
     * How long one call may take in total, including all waits; only the wait of batch work for the quota does not
     * count.
     */
    CALL_MAX_DURATION("buymed.call.max-duration", "PT60S"),
    /** The largest reply that is read, in bytes. */
    MAX_REPLY_SIZE("buymed.max-reply-size", "16777216"),
    /** Requests per minute that the platform allows one IP address, or {@code unlimited}. */
    QUOTA_PER_MINUTE("buymed.quota.per-minute", "100"),
    /** Requests per hour that the platform allows one account, or {@code unlimited}. */
    QUOTA_PER_HOUR("buymed.quota.per-hour", "1000"),
    /** How long a call waits for the quota before it fails. */
    QUOTA_MAX_WAIT("buymed.quota.max-wait", "PT5S"),
    /**
     * How long batch work waits for the quota before it fails; the default outlasts an account's used-up hourly limit.
     */
    QUOTA_BATCH_MAX_WAIT("buymed.quota.batch-max-wait", "PT65M"),
    /** The part of each limit, in percent, that batch work leaves to interactive calls; less than 100. */
    QUOTA_INTERACTIVE_SHARE("buymed.quota.interactive-share", "20"),
    /**
     * The JNDI name of the PostgreSQL data source through which nodes share the quota; without it, each node has its
     * own.
     */
    QUOTA_DATA_SOURCE("buymed.quota.data-source", null),
    /** True to create the table of the shared quota if it does not exist. */
    QUOTA_CREATE_TABLE("buymed.quota.create-table", "false"),
    /**
     * The maximum number of nodes that share the quota. Each node uses only its part without a data source, or while
     * the database is not reachable.
     */
    QUOTA_NODES("buymed.quota.nodes", "1"),
    /**
     * A name for the IP address that the platform sees: the same on all nodes behind that address, and different on
     * others.
     */
    QUOTA_EGRESS("buymed.quota.egress", "default"),
    /**
     * How long after its start a GET may be retried after a 429, a 502, 503 or 504, or a failed connection;
     * {@code PT0S} disables retries. Batch work is retried after a 429 for up to {@link #QUOTA_BATCH_MAX_WAIT}.
     */
    RETRY_MAX_DURATION("buymed.retry.max-duration", "PT5S"),
    /** How long categories and manufacturers are cached; {@code PT0S} disables the cache. */
    CATALOGUE_MAX_AGE("buymed.catalogue.max-age", "PT1H"),
    /** The address of the platform's token service: {@code https}, or {@code http} on a loopback address. */
    IAM_URL("buymed-iam/mp-rest/url", "https://api.buymed.com"),
    /** Connect timeout of the token service in milliseconds. */
    IAM_CONNECT_TIMEOUT("buymed-iam/mp-rest/connectTimeout", "2000"),
    /** Read timeout of the token service in milliseconds. */
    IAM_READ_TIMEOUT("buymed-iam/mp-rest/readTimeout", "10000"),
    /** Must stay {@code false}: a redirect would carry the credentials along. */
    IAM_FOLLOW_REDIRECTS("buymed-iam/mp-rest/followRedirects", "false"),
    /** The member of a request to the token service that holds the Client ID: {@code clientId}, or {@code clientID}. */
    IAM_CLIENT_ID_FIELD("buymed.iam.client-id-field", "clientId"),
    /** The platform's page on which a pharmacy authorizes the application. */
    AUTHORIZE_URL("buymed.authorize-url", "https://thuocsi.vn/oauth/authorize"),
    /** The parameter of that page that holds the Client ID: {@code clientID}, or {@code client_id}. */
    AUTHORIZE_CLIENT_ID_PARAMETER("buymed.authorize.client-id-parameter", "clientID"),
    /** The separator of scopes in an address of that page: {@code space}, or {@code comma}. */
    AUTHORIZE_SCOPE_SEPARATOR("buymed.authorize.scope-separator", "space"),
    /**
     * True to use PKCE (RFC 7636, {@code S256}) with that page and the token service; the platform does not document
     * it.
     */
    AUTHORIZE_PKCE("buymed.authorize.pkce", "false"),
    /**
     * The address to which the platform redirects the browser, exactly as registered in the portal. Required to connect
     * pharmacies.
     */
    REDIRECT_URI("buymed.redirect-uri", null),
    /** The scopes requested from a pharmacy, separated by spaces or commas. */
    SCOPES("buymed.scopes", "pharmacy:profile:read pharmacy:product:read pharmacy:order:read"),
    /** The page of this application that connects a pharmacy; {@code AuthorizationRequiredException} names it. */
    ACCOUNTS_CONNECT_PAGE("buymed.accounts.connect-page", "/buymed/connect"),
    /** The JNDI name of the data source in which the tokens are stored. */
    ACCOUNTS_DATA_SOURCE("buymed.accounts.data-source", "java:comp/DefaultDataSource"),
    /** True to create the table of the tokens if it does not exist. */
    ACCOUNTS_CREATE_TABLE("buymed.accounts.create-table", "false"),
    /**
     * The keys for the encryption of tokens: a JWK set of {@code oct} keys of 256 bits, each with a {@code kid}. The
     * first key encrypts, all keys decrypt. Required to connect pharmacies, here or in a file, except in the profile
     * {@code dev}.
     */
    ACCOUNTS_KEYS("buymed.accounts.keys", null),
    /**
     * Path of a file with these keys; its content is read again while the application runs. Overrides
     * {@link #ACCOUNTS_KEYS}.
     */
    ACCOUNTS_KEYS_FILE("buymed.accounts.keys-file", null),
    /** How long before its expiry a token is renewed; at most half of its lifetime. */
    ACCOUNTS_REFRESH_MARGIN("buymed.accounts.refresh-margin", "PT12H"),
    /**
     * The most by which a renewal is moved to an even earlier time, to spread accounts that were connected at the same
     * time.
     */
    ACCOUNTS_REFRESH_JITTER("buymed.accounts.refresh-jitter", "PT12H"),
    /** How long before its expiry a token is no longer used, to allow for differing clocks and slow requests. */
    ACCOUNTS_EXPIRY_MARGIN("buymed.accounts.expiry-margin", "PT30S"),
    /** How long a call waits for a token that another call is renewing. */
    ACCOUNTS_REFRESH_WAIT("buymed.accounts.refresh-wait", "PT15S"),
    /**
     * How long one node may take to renew a token before another node tries, and how long a renewal with an unknown
     * outcome is not repeated. The default is also the minimum: the longest duration of both attempts of an exchange
     * with the token service, with the wait for a new secret before each, and 30 seconds for differing clocks. The
     * maximum is one hour, or the minimum if that is longer.
     */
    ACCOUNTS_REFRESH_LEASE("buymed.accounts.refresh-lease", null),
    /** How long a token in memory is used before the store is read again. */
    ACCOUNTS_CHECK_INTERVAL("buymed.accounts.check-interval", "PT5S"),
    /** The maximum number of accounts with tokens in memory. */
    ACCOUNTS_CACHE_SIZE("buymed.accounts.cache-size", "10000"),
    /** How long in advance it is reported that a pharmacy will have to authorize again. */
    ACCOUNTS_REAUTHORIZE_NOTICE("buymed.accounts.reauthorize-notice", "P7D"),
    /** The operator's password for the console of {@code buymed4j.war}; without it, login is not possible. */
    CONSOLE_PASSWORD("buymed.console.password", null),
    /** True to report readiness as down while the platform rejects an application's credentials. */
    HEALTH_REJECTED_IS_DOWN("buymed.health.rejected-is-down", "false"),
    /** True if a failed security check stops the deployment; false if it only logs a warning. */
    SECURITY_ENFORCE("buymed.security.enforce", "true"),
    /**
     * The age of a secret from which the security audit warns, by the time of its file or since the application has
     * known it.
     */
    SECURITY_MAX_SECRET_AGE("buymed.security.max-secret-age", "P90D");

    /** The {@code configKey} of each REST client of buymed4j; MicroProfile's keys of a client start with it. */
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

    /** True if the value belongs to one application and is never taken from the default application. */
    boolean isCredential() {
        return CREDENTIALS.contains(this);
    }

    /** The application that a key {@code buymed.app.NAME.…} names. */
    static Optional<ApplicationName> applicationOf(String key) {
        Matcher named = OF_APPLICATION.matcher(key);
        return named.matches() ? Optional.of(new ApplicationName(named.group(1))) : Optional.empty();
    }

    /** True if the value is used exactly as in its source, so that no part of it is mistaken for an expression. */
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

    /** The key of the named application; MicroProfile's keys are the same for all. */
    public String key(ApplicationName application) {
        return application.isDefault() || !key.startsWith(PREFIX)
                ? key
                : PREFIX + "app." + application.value() + "." + key.substring(PREFIX.length());
    }
}
