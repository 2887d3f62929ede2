package io.github.buymed4j.internal.config;

import static io.github.buymed4j.internal.config.ValueType.*;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ValueType.Use;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every configuration key that buymed4j reads: its name, the type of its values, its default and its description, from
 * which the README's table is made.
 *
 * <p>For each additional application, the keys that start with {@code buymed.} also exist as {@code buymed.app.NAME.…};
 * values missing there are taken from the default application, except credentials.
 */
public final class ConfigKey<T> {

    private static final List<ConfigKey<?>> VALUES = new ArrayList<>();

    public static final ConfigKey<Secret> CLIENT_ID =
            credential("buymed.client-id", VERBATIM, "The Client ID (App Key). Required.");

    public static final ConfigKey<Secret> CLIENT_SECRET =
            credential("buymed.client-secret", SECRET, "The Client Secret (App Secret). Required, here or in a file.");

    public static final ConfigKey<Secret> CLIENT_SECRET_FILE = credential(
            "buymed.client-secret-file",
            SECRET_FILE,
            "Path of a file with the Client Secret; its content is read again while the application runs. "
                    + "Overrides `buymed.client-secret`.");

    public static final ConfigKey<Secret> CREDENTIALS_FILE = credential(
            "buymed.credentials-file",
            SECRET_FILE,
            "Path of a properties file with `client-id` and `client-secret`, read together, so that they "
                    + "always belong together. Overrides every other source.");

    public static final ConfigKey<Secret> CLIENT_SECRET_NEXT = credential(
            "buymed.client-secret.next", SECRET, "The staged secret, used when the current one is rejected.");

    public static final ConfigKey<Secret> CLIENT_SECRET_NEXT_FILE = credential(
            "buymed.client-secret.next-file",
            SECRET_FILE,
            "Path of a file with the staged secret; the file may be created later. Overrides "
                    + "`buymed.client-secret.next`.");

    public static final ConfigKey<Duration> CREDENTIALS_CHECK_INTERVAL = key(
            "buymed.credentials.check-interval",
            DURATION,
            "PT1S",
            "How long credentials are used before their sources are read again.");

    public static final ConfigKey<Duration> CREDENTIALS_ROTATION_WAIT = key(
            "buymed.credentials.rotation-wait",
            DURATION,
            "PT0S",
            "How long a call waits for a new secret after a rejection, instead of failing.");

    public static final ConfigKey<String> SERVICE_REGION = key(
            "buymed.service-region",
            text("a region such as vn", "[a-z]{2,8}"),
            "vn",
            "The service region, sent as `X-Service-Region`.");

    public static final ConfigKey<Secret> ACCESS_TOKEN = credential(
            "buymed.access-token",
            BEARER_TOKEN,
            "A bearer token, used if no account is bound; the prefix `Bearer` is optional.");

    public static final ConfigKey<URI> API_URL = key(
            "buymed/mp-rest/url",
            PLATFORM_ADDRESS,
            "https://open-apis.buymed.com",
            "The platform's address: `https`, or `http` on a loopback address.");

    public static final ConfigKey<String> CLIENT_SCOPE = key(
            "buymed/mp-rest/scope",
            text(
                    "the class of a scope, such as jakarta.enterprise.context.ApplicationScoped",
                    "[a-z]+(\\.[a-z]+)+\\.[A-Z][A-Za-z]*"),
            "jakarta.enterprise.context.ApplicationScoped",
            "The CDI scope of injected REST clients: one client for all, so that short-lived beans do not "
                    + "create their own.");

    public static final ConfigKey<Integer> CONNECT_TIMEOUT =
            key("buymed/mp-rest/connectTimeout", POSITIVE, "2000", "Connect timeout in milliseconds.");

    public static final ConfigKey<Integer> READ_TIMEOUT = key(
            "buymed/mp-rest/readTimeout",
            POSITIVE,
            "10000",
            "Read timeout in milliseconds: the longest time without data from the platform while waiting "
                    + "for a reply.");

    public static final ConfigKey<Boolean> FOLLOW_REDIRECTS = key(
            "buymed/mp-rest/followRedirects",
            ALWAYS_FALSE,
            "false",
            "Must stay `false`: a redirect would carry the credentials along.");

    public static final ConfigKey<Duration> CALL_MAX_DURATION = key(
            "buymed.call.max-duration",
            DURATION_OF_A_CALL,
            "PT60S",
            "How long one call may take in total, including all waits; only the wait of batch work for "
                    + "the quota does not count.");

    public static final ConfigKey<Long> MAX_REPLY_SIZE = key(
            "buymed.max-reply-size",
            of("a positive number of bytes", Long::valueOf, size -> size > 0),
            "16777216",
            "The largest reply that is read, in bytes.");

    public static final ConfigKey<Integer> QUOTA_PER_MINUTE = key(
            "buymed.quota.per-minute",
            REQUESTS,
            "100",
            "Requests per minute that the platform allows one IP address, or `unlimited`.");

    public static final ConfigKey<Integer> QUOTA_PER_HOUR = key(
            "buymed.quota.per-hour",
            REQUESTS,
            "1000",
            "Requests per hour that the platform allows one account, or `unlimited`.");

    public static final ConfigKey<Duration> QUOTA_MAX_WAIT =
            key("buymed.quota.max-wait", DURATION, "PT5S", "How long a call waits for the quota before it fails.");

    public static final ConfigKey<Duration> QUOTA_BATCH_MAX_WAIT = key(
            "buymed.quota.batch-max-wait",
            DURATION,
            "PT65M",
            "How long batch work waits for the quota before it fails; the default outlasts an account's "
                    + "used-up hourly limit.");

    public static final ConfigKey<Integer> QUOTA_INTERACTIVE_SHARE = key(
            "buymed.quota.interactive-share",
            of("a whole number of percent from 0 to 99", Integer::valueOf, percent -> percent >= 0 && percent < 100),
            "20",
            "The part of each limit, in percent, that batch work leaves to interactive calls; less than " + "100.");

    public static final ConfigKey<Optional<String>> QUOTA_DATA_SOURCE = key(
            "buymed.quota.data-source",
            OPTIONAL_JNDI_NAME,
            null,
            "The JNDI name of the PostgreSQL data source through which nodes share the quota; without it, "
                    + "each node has its own.");

    public static final ConfigKey<Boolean> QUOTA_CREATE_TABLE = key(
            "buymed.quota.create-table",
            FLAG,
            "false",
            "True to create the table of the shared quota if it does not exist.");

    public static final ConfigKey<Integer> QUOTA_NODES = key(
            "buymed.quota.nodes",
            POSITIVE,
            "1",
            "The maximum number of nodes that share the quota. Each node uses only its part without a "
                    + "data source, or while the database is not reachable.",
            ConfigKey::areWithinTheQuota);

    public static final ConfigKey<String> QUOTA_EGRESS = key(
            "buymed.quota.egress",
            text("a name of at most 40 letters, digits, '.', '_' and '-'", "[\\w.-]{1,40}"),
            "default",
            "A name for the IP address that the platform sees: the same on all nodes behind that address, "
                    + "and different on others.");

    public static final ConfigKey<Duration> RETRY_MAX_DURATION = key(
            "buymed.retry.max-duration",
            DURATION,
            "PT5S",
            "How long after its start a GET may be retried after a 429, a 502, 503 or 504, or a failed "
                    + "connection; `PT0S` disables retries. Batch work is retried after a 429 for up to "
                    + "`buymed.quota.batch-max-wait`.");

    public static final ConfigKey<Duration> CATALOGUE_MAX_AGE = key(
            "buymed.catalogue.max-age",
            DURATION,
            "PT1H",
            "How long categories and manufacturers are cached; `PT0S` disables the cache.");

    public static final ConfigKey<URI> IAM_URL = key(
            "buymed-iam/mp-rest/url",
            PLATFORM_ADDRESS,
            "https://api.buymed.com",
            "The address of the platform's token service: `https`, or `http` on a loopback address.");

    public static final ConfigKey<Integer> IAM_CONNECT_TIMEOUT = key(
            "buymed-iam/mp-rest/connectTimeout",
            POSITIVE,
            "2000",
            "Connect timeout of the token service in milliseconds.");

    public static final ConfigKey<Integer> IAM_READ_TIMEOUT = key(
            "buymed-iam/mp-rest/readTimeout", POSITIVE, "10000", "Read timeout of the token service in milliseconds.");

    public static final ConfigKey<Boolean> IAM_FOLLOW_REDIRECTS = key(
            "buymed-iam/mp-rest/followRedirects",
            ALWAYS_FALSE,
            "false",
            "Must stay `false`: a redirect would carry the credentials along.");

    public static final ConfigKey<String> IAM_CLIENT_ID_FIELD = key(
            "buymed.iam.client-id-field",
            CLIENT_ID_NAME,
            "clientId",
            "The member of a request to the token service that holds the Client ID: `clientId`, or " + "`clientID`.");

    public static final ConfigKey<URI> AUTHORIZE_URL = key(
            "buymed.authorize-url",
            PLATFORM_ADDRESS,
            "https://thuocsi.vn/oauth/authorize",
            "The platform's page on which a pharmacy authorizes the application.");

    public static final ConfigKey<String> AUTHORIZE_CLIENT_ID_PARAMETER = key(
            "buymed.authorize.client-id-parameter",
            CLIENT_ID_NAME,
            "clientID",
            "The parameter of that page that holds the Client ID: `clientID`, or `client_id`.");

    public static final ConfigKey<String> AUTHORIZE_SCOPE_SEPARATOR = key(
            "buymed.authorize.scope-separator",
            text("space or comma", "space|comma"),
            "space",
            "The separator of scopes in an address of that page: `space`, or `comma`.");

    public static final ConfigKey<Boolean> AUTHORIZE_PKCE = key(
            "buymed.authorize.pkce",
            FLAG,
            "false",
            "True to use PKCE (RFC 7636, `S256`) with that page and the token service; the platform does "
                    + "not document it.");

    public static final ConfigKey<Optional<URI>> REDIRECT_URI = key(
            "buymed.redirect-uri",
            OPTIONAL_PLATFORM_ADDRESS,
            null,
            "The address to which the platform redirects the browser, exactly as registered in the "
                    + "portal. Required to connect pharmacies.");

    public static final ConfigKey<List<String>> SCOPES = key(
            "buymed.scopes",
            ValueType.SCOPES,
            "pharmacy:profile:read pharmacy:product:read pharmacy:order:read",
            "The scopes requested from a pharmacy, separated by spaces or commas.");

    public static final ConfigKey<String> ACCOUNTS_CONNECT_PAGE = key(
            "buymed.accounts.connect-page",
            text("a path of this application, such as /buymed/connect", "/(?!/)[\\w./~-]*"),
            "/buymed/connect",
            "The page of this application that connects a pharmacy; `AuthorizationRequiredException` " + "names it.");

    public static final ConfigKey<String> ACCOUNTS_DATA_SOURCE = key(
            "buymed.accounts.data-source",
            JNDI_NAME,
            "java:comp/DefaultDataSource",
            "The JNDI name of the data source in which the tokens are stored.");

    public static final ConfigKey<Boolean> ACCOUNTS_CREATE_TABLE = key(
            "buymed.accounts.create-table",
            FLAG,
            "false",
            "True to create the table of the tokens if it does not exist.");

    public static final ConfigKey<Secret> ACCOUNTS_KEYS = key(
            "buymed.accounts.keys",
            SECRET,
            null,
            "The keys for the encryption of tokens: a JWK set of `oct` keys of 256 bits, each with a "
                    + "`kid`. The first key encrypts, all keys decrypt. Required to connect pharmacies, here or in "
                    + "a file, except in the profile `dev`.");

    public static final ConfigKey<Secret> ACCOUNTS_KEYS_FILE = key(
            "buymed.accounts.keys-file",
            SECRET_FILE,
            null,
            "Path of a file with these keys; its content is read again while the application runs. "
                    + "Overrides `buymed.accounts.keys`.");

    public static final ConfigKey<Duration> ACCOUNTS_REFRESH_MARGIN = key(
            "buymed.accounts.refresh-margin",
            DURATION,
            "PT12H",
            "How long before its expiry a token is renewed; at most half of its lifetime.");

    public static final ConfigKey<Duration> ACCOUNTS_REFRESH_JITTER = key(
            "buymed.accounts.refresh-jitter",
            DURATION,
            "PT12H",
            "The most by which a renewal is moved to an even earlier time, to spread accounts that were "
                    + "connected at the same time.");

    public static final ConfigKey<Duration> ACCOUNTS_EXPIRY_MARGIN = key(
            "buymed.accounts.expiry-margin",
            DURATION,
            "PT30S",
            "How long before its expiry a token is no longer used, to allow for differing clocks and slow "
                    + "requests.");

    public static final ConfigKey<Duration> ACCOUNTS_REFRESH_WAIT = key(
            "buymed.accounts.refresh-wait",
            DURATION,
            "PT15S",
            "How long a call waits for a token that another call is renewing.");

    public static final ConfigKey<Optional<Duration>> ACCOUNTS_REFRESH_LEASE = key(
            "buymed.accounts.refresh-lease",
            OPTIONAL_DURATION,
            null,
            "How long one node may take to renew a token before another node tries, and how long a "
                    + "renewal with an unknown outcome is not repeated. The default is also the minimum: the "
                    + "longest duration of both attempts of an exchange with the token service, with the wait for a "
                    + "new secret before each, and 30 seconds for differing clocks. The maximum is one hour, or the "
                    + "minimum if that is longer.",
            ConfigKey::coversAnExchange);

    public static final ConfigKey<Duration> ACCOUNTS_CHECK_INTERVAL = key(
            "buymed.accounts.check-interval",
            DURATION,
            "PT5S",
            "How long a token in memory is used before the store is read again.");

    public static final ConfigKey<Integer> ACCOUNTS_CACHE_SIZE = key(
            "buymed.accounts.cache-size", POSITIVE, "10000", "The maximum number of accounts with tokens in memory.");

    public static final ConfigKey<Duration> ACCOUNTS_REAUTHORIZE_NOTICE = key(
            "buymed.accounts.reauthorize-notice",
            DURATION,
            "P7D",
            "How long in advance it is reported that a pharmacy will have to authorize again.");

    public static final ConfigKey<ConsoleLogin> CONSOLE_LOGIN = key(
            "buymed.console.login",
            of("password, realm or oidc", ConsoleLogin::of, login -> true),
            "password",
            "Who decides about a log-in to the console of `buymed4j.war`: `password`, the configured password; "
                    + "`realm`, the server's own realm, for users with the role `operator` (on WildFly only); "
                    + "`oidc`, an OpenID provider.");

    public static final ConfigKey<Secret> CONSOLE_PASSWORD = key(
            "buymed.console.password",
            SECRET,
            null,
            "The operator's password for the console of `buymed4j.war`. Without it and without its hash, login is not "
                    + "possible.");

    public static final ConfigKey<Secret> CONSOLE_PASSWORD_HASH = key(
            "buymed.console.password-hash",
            PASSWORD_HASH,
            null,
            "The hash of the operator's password instead of the password, as Jakarta Security's "
                    + "`Pbkdf2PasswordHash` writes it: `PBKDF2WithHmacSHA256:iterations:salt:hash`, or SHA384, or "
                    + "SHA512.");

    public static final ConfigKey<Optional<URI>> CONSOLE_PORTAL_URL = key(
            "buymed.console.portal-url",
            OPTIONAL_PLATFORM_ADDRESS,
            null,
            "The address of the developer portal, for a link on the console's page Rotation.");

    public static final ConfigKey<Optional<URI>> CONSOLE_OIDC_ISSUER = key(
            "buymed.console.oidc.issuer",
            OPTIONAL_PLATFORM_ADDRESS,
            null,
            "The OpenID provider's issuer, exactly as its metadata names it. Required for `oidc`, as are the client's "
                    + "id, its secret and the redirect URI.");

    public static final ConfigKey<String> CONSOLE_OIDC_CLIENT_ID = key(
            "buymed.console.oidc.client-id",
            text("visible ASCII characters", "[!-~]*"),
            null,
            "The id of the console as a client of the OpenID provider.");

    public static final ConfigKey<Secret> CONSOLE_OIDC_CLIENT_SECRET = key(
            "buymed.console.oidc.client-secret",
            SECRET,
            null,
            "The console's secret as a client of the OpenID provider; read again at each login.");

    public static final ConfigKey<Optional<URI>> CONSOLE_OIDC_REDIRECT_URI = key(
            "buymed.console.oidc.redirect-uri",
            OPTIONAL_PLATFORM_ADDRESS,
            null,
            "The console's address for the OpenID provider, which ends with `/oidc/callback`, exactly as it is "
                    + "registered there.");

    public static final ConfigKey<String> CONSOLE_OIDC_SCOPES = key(
            "buymed.console.oidc.scopes",
            of(
                    "scopes separated by blanks, with openid among them",
                    Function.identity(),
                    scopes -> List.of(scopes.split(" ")).contains("openid")),
            "openid profile",
            "The scopes requested from the OpenID provider.");

    public static final ConfigKey<String> CONSOLE_OIDC_ROLE_CLAIM = key(
            "buymed.console.oidc.role-claim",
            text("the name of a claim, such as groups or realm_access.roles", "(?!sk_)[!-~]+"),
            "groups",
            "The claim of the ID token that contains the user's roles, or the path to it, such as "
                    + "`realm_access.roles`.");

    public static final ConfigKey<String> CONSOLE_OIDC_ROLE = key(
            "buymed.console.oidc.role",
            text("the name of a role, such as operator", "(?!sk_).+"),
            "operator",
            "The role in that claim that allows a user to use the console.");

    public static final ConfigKey<Boolean> HEALTH_REJECTED_IS_DOWN = key(
            "buymed.health.rejected-is-down",
            FLAG,
            "false",
            "True to report readiness as down while the platform rejects an application's credentials.");

    public static final ConfigKey<Boolean> SECURITY_ENFORCE = key(
            "buymed.security.enforce",
            FLAG,
            "true",
            "True if a failed security check stops the deployment; false if it only logs a warning.");

    public static final ConfigKey<Duration> SECURITY_MAX_SECRET_AGE = key(
            "buymed.security.max-secret-age",
            DURATION,
            "P90D",
            "The age of a secret from which the security audit warns, by the time of its file or since "
                    + "the application has known it.");

    public static final ConfigKey<Optional<String>> USER_AGENT = key(
            "buymed.user-agent",
            OPTIONAL_USER_AGENT,
            null,
            "The header `User-Agent` of requests to the platform. The default is `buymed4j/VERSION (NAME)` with the "
                    + "application's NAME of `buymed.app.NAME`, or `default`.");

    public static final ConfigKey<Boolean> TELEMETRY_ENABLED = key(
            "buymed.telemetry.enabled",
            FLAG,
            "true",
            "False to record no spans, metrics and log records with OpenTelemetry; without OpenTelemetry on the server, "
                    + "none are recorded.");

    public static final ConfigKey<Boolean> TELEMETRY_PROPAGATE = key(
            "buymed.telemetry.propagate",
            FLAG,
            "false",
            "True to send the header `traceparent` (W3C Trace Context) to the platform.");

    /** The {@code configKey} of each REST client of buymed4j; MicroProfile's keys of a client start with it. */
    public static final class RestClients {
        /** The Open API. */
        public static final String PLATFORM = "buymed";
        /** The token service. */
        public static final String IAM = "buymed-iam";

        private RestClients() {}
    }

    private static final String PREFIX = "buymed.";
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);
    private static final Pattern OF_APPLICATION = Pattern.compile("buymed\\.app\\.([A-Za-z0-9_-]+)\\..+");
    private static final Pattern OF_APPLICATION_AS_VARIABLE = VALUES.stream()
            .filter(key -> key.key.startsWith(PREFIX))
            .map(key -> asVariable(key.key.substring(PREFIX.length())))
            .collect(collectingAndThen(
                    joining("|", "BUYMED_APP_([A-Z0-9_]+?)_(?:", ")"), regex -> Pattern.compile(regex)));

    private final String key;
    private final ValueType<T> type;
    private final @Nullable String defaultValue;
    private final String description;
    private final boolean credential;
    private final BiFunction<T, Settings, String> check;

    private ConfigKey(
            String key,
            ValueType<T> type,
            @Nullable String defaultValue,
            String description,
            boolean credential,
            BiFunction<T, Settings, String> check) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.description = description;
        this.credential = credential;
        this.check = check;
    }

    private static <T> ConfigKey<T> key(
            String key, ValueType<T> type, @Nullable String defaultValue, String description) {
        return key(key, type, defaultValue, description, (value, others) -> "");
    }

    /** A key whose value must also fit the other settings: the check says what is wrong, or nothing. */
    private static <T> ConfigKey<T> key(
            String key,
            ValueType<T> type,
            @Nullable String defaultValue,
            String description,
            BiFunction<T, Settings, String> check) {
        return listed(new ConfigKey<>(key, type, defaultValue, description, false, check));
    }

    /** A key whose value belongs to one application and is never taken from the default application. */
    private static ConfigKey<Secret> credential(String key, ValueType<Secret> type, String description) {
        return listed(new ConfigKey<>(key, type, null, description, true, (value, others) -> ""));
    }

    private static <T> ConfigKey<T> listed(ConfigKey<T> key) {
        VALUES.add(key);
        return key;
    }

    /** All keys, in the order of the README's table. */
    public static List<ConfigKey<?>> values() {
        return Collections.unmodifiableList(VALUES);
    }

    /** The key of the default application. */
    public String key() {
        return key;
    }

    /** The key of the named application; MicroProfile's keys are the same for all. */
    public String key(ApplicationName application) {
        return application.isDefault() || !key.startsWith(PREFIX)
                ? key
                : PREFIX + "app." + application.value() + "." + key.substring(PREFIX.length());
    }

    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** What the value means, in Markdown. */
    public String description() {
        return description;
    }

    /** True if the value itself is a secret. */
    public boolean isSecret() {
        return type.use() == Use.SECRET;
    }

    /** True if the value is the path of a file with secrets. */
    public boolean isSecretFile() {
        return type.use() == Use.SECRET_FILE;
    }

    /** True if the value belongs to one application and is never taken from the default application. */
    public boolean isCredential() {
        return credential;
    }

    /** True if the value is read once, when the application starts. */
    boolean isSetting() {
        return type.use() == Use.SETTING;
    }

    /** True if the value is used exactly as in its source, so that no part of it is mistaken for an expression. */
    boolean isVerbatim() {
        return type.use() == Use.VERBATIM || isSecret();
    }

    ValueType<T> type() {
        return type;
    }

    /** What is wrong with a value beside the other settings; empty if it fits them. */
    BiFunction<T, Settings, String> check() {
        return check;
    }

    @Override
    public String toString() {
        return key;
    }

    private static String areWithinTheQuota(int nodes, Settings settings) {
        return nodes <= Math.min(settings.get(QUOTA_PER_MINUTE), settings.get(QUOTA_PER_HOUR))
                ? ""
                : "must be a positive whole number, and not above the requests that the quota allows";
    }

    private static String coversAnExchange(Optional<Duration> lease, Settings settings) {
        Duration shortest = settings.shortestRefreshLease();
        Duration longest = shortest.compareTo(LONGEST_LEASE) > 0 ? shortest : LONGEST_LEASE;
        return lease.filter(given -> given.compareTo(shortest) < 0 || given.compareTo(longest) > 0)
                .map(given -> "must be a duration from " + shortest + " (twice " + CALL_MAX_DURATION + ", twice "
                        + CREDENTIALS_ROTATION_WAIT + ", and the difference of two clocks) to " + longest)
                .orElse("");
    }

    /** The application that a key {@code buymed.app.NAME.…} names. */
    static Optional<ApplicationName> applicationOf(String key) {
        Matcher named = OF_APPLICATION.matcher(key);
        return named.matches() ? Optional.of(new ApplicationName(named.group(1))) : Optional.empty();
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
}
