package io.github.buymed4j.config;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** Path of a file with the staged secret. Wins over {@link #CLIENT_SECRET_NEXT}. */
    CLIENT_SECRET_NEXT_FILE("buymed.client-secret.next-file", null),
    /** How long a snapshot of the credentials is used before the sources are looked at again. */
    CREDENTIALS_CHECK_INTERVAL("buymed.credentials.check-interval", "PT1S"),
    /** How long a call waits for a new secret after a rejection, instead of failing. */
    CREDENTIALS_ROTATION_WAIT("buymed.credentials.rotation-wait", "PT0S"),
    /** The service region, sent as {@code X-Service-Region}. */
    SERVICE_REGION("buymed.service-region", "vn"),
    /** A ready bearer token, used where no account is bound. */
    ACCESS_TOKEN("buymed.access-token", null),
    /** The platform's address: {@code https}, or {@code http} on a loopback address. */
    API_URL("buymed/mp-rest/url", "https://open-apis.buymed.com"),
    /** Milliseconds until a connection must stand. */
    CONNECT_TIMEOUT("buymed/mp-rest/connectTimeout", "2000"),
    /** Milliseconds of silence after which a reply is given up. */
    READ_TIMEOUT("buymed/mp-rest/readTimeout", "10000"),
    /** Must stay {@code false}: a redirect would carry the credentials along. */
    FOLLOW_REDIRECTS("buymed/mp-rest/followRedirects", "false"),
    /** The largest reply that is read, in bytes. */
    MAX_REPLY_SIZE("buymed.max-reply-size", "16777216"),
    /** Requests a minute that the platform allows one IP address. */
    QUOTA_PER_MINUTE("buymed.quota.per-minute", "100"),
    /** Requests an hour that the platform allows one account. */
    QUOTA_PER_HOUR("buymed.quota.per-hour", "1000"),
    /** How long a call waits for the quota before it fails. */
    QUOTA_MAX_WAIT("buymed.quota.max-wait", "PT5S"),
    /**
     * How long after its start a GET may be repeated that met the limit, a platform out of service or a broken connection;
     * {@code PT0S} never.
     */
    REPEAT_WITHIN("buymed.repeat.within", "PT5S"),
    /** How long categories and manufacturers are used before they are asked for again; {@code PT0S} asks each time. */
    CATALOGUE_MAX_AGE("buymed.catalogue.max-age", "PT1H"),
    /** The operator's password for the console of {@code buymed4j.war}; without it nobody can log in. */
    CONSOLE_PASSWORD("buymed.console.password", null),
    /** Whether a failed security check stops the deployment instead of warning. */
    SECURITY_ENFORCE("buymed.security.enforce", "true");

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

    /** The key of the named application; a key of MicroProfile's own is the same for all. */
    public String key(ApplicationName application) {
        return application.isDefault() || !key.startsWith(PREFIX)
                ? key
                : PREFIX + "app." + application.value() + "." + key.substring(PREFIX.length());
    }
}
