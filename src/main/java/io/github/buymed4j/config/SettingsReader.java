package io.github.buymed4j.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads one application's settings and collects all problems; an invalid setting has its default meanwhile. */
final class SettingsReader {

    static final String JNDI_NAME = "java:[\\w./-]+|[\\w.-]+(/[\\w.-]+)+";

    private static final Duration LONGEST = Duration.ofDays(366);

    private final BuymedConfig config;
    private final ApplicationName application;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    SettingsReader(BuymedConfig config, ApplicationName application) {
        this.config = config;
        this.application = application;
    }

    /** The settings and their problems. */
    record Outcome(
            Settings settings, QuotaSharing sharing, AccountSettings accounts, List<ConfigurationProblem> problems) {}

    Outcome read() {
        Settings settings = new Settings(
                address(ConfigKey.API_URL),
                value(
                        ConfigKey.SERVICE_REGION,
                        "a region such as vn",
                        text -> text,
                        text -> text.matches("[a-z]{2,8}")),
                duration(ConfigKey.CREDENTIALS_CHECK_INTERVAL),
                duration(ConfigKey.CREDENTIALS_ROTATION_WAIT),
                callMaxDuration(),
                value(ConfigKey.MAX_REPLY_SIZE, "a positive number of bytes", Long::valueOf, size -> size > 0),
                requests(ConfigKey.QUOTA_PER_MINUTE),
                requests(ConfigKey.QUOTA_PER_HOUR),
                duration(ConfigKey.QUOTA_MAX_WAIT),
                duration(ConfigKey.QUOTA_BATCH_MAX_WAIT),
                value(
                        ConfigKey.QUOTA_INTERACTIVE_SHARE,
                        "a whole number of percent from 0 to 99",
                        Integer::valueOf,
                        percent -> percent >= 0 && percent < 100),
                duration(ConfigKey.RETRY_MAX_DURATION),
                duration(ConfigKey.CATALOGUE_MAX_AGE),
                flag(ConfigKey.HEALTH_REJECTED_IS_DOWN),
                flag(ConfigKey.SECURITY_ENFORCE),
                duration(ConfigKey.SECURITY_MAX_SECRET_AGE));
        var unusedScope = value(
                ConfigKey.CLIENT_SCOPE,
                "the class of a scope, such as jakarta.enterprise.context.ApplicationScoped",
                text -> text,
                text -> text.matches("[a-z]+(\\.[a-z]+)+\\.[A-Z][A-Za-z]*"));
        notFollowed(ConfigKey.FOLLOW_REDIRECTS);
        text(ConfigKey.ACCESS_TOKEN);
        text(ConfigKey.CONSOLE_PASSWORD);
        QuotaSharing sharing = sharing(Math.min(settings.quotaPerMinute(), settings.quotaPerHour()));
        AccountSettings accounts = new AccountSettingsReader(this).read();
        return new Outcome(settings, sharing, accounts, List.copyOf(problems));
    }

    Duration callMaxDuration() {
        return value(
                ConfigKey.CALL_MAX_DURATION,
                "a duration of ISO 8601 of more than nothing and at most a year, such as PT60S",
                Duration::parse,
                duration -> isDuration(duration) && !duration.isZero());
    }

    private QuotaSharing sharing(int mostNodes) {
        return new QuotaSharing(
                value(
                        ConfigKey.QUOTA_DATA_SOURCE,
                        "a JNDI name such as java:app/jdbc/quota or jdbc/quota",
                        text -> Optional.of(text).filter(name -> !name.isEmpty()),
                        name -> name.isEmpty() || name.get().matches(JNDI_NAME)),
                flag(ConfigKey.QUOTA_CREATE_TABLE),
                value(
                        ConfigKey.QUOTA_NODES,
                        "a positive whole number, and not above the requests that the quota allows",
                        Integer::valueOf,
                        nodes -> nodes > 0 && nodes <= mostNodes),
                value(
                        ConfigKey.QUOTA_EGRESS,
                        "a name of at most 40 letters, digits, '.', '_' and '-'",
                        text -> text,
                        name -> name.matches("[\\w.-]{1,40}")),
                Duration.ofMillis((long) positive(ConfigKey.CONNECT_TIMEOUT) + positive(ConfigKey.READ_TIMEOUT)));
    }

    void notFollowed(ConfigKey redirects) {
        value(
                redirects,
                "false: a redirect would carry the credentials to another host",
                SettingsReader::booleanOf,
                follow -> !follow);
    }

    boolean flag(ConfigKey key) {
        return value(key, "true or false", SettingsReader::booleanOf, flag -> true);
    }

    boolean isGiven(ConfigKey key) {
        return !text(key).isEmpty();
    }

    boolean isProfile(String key, String profile) {
        return config.read(key)
                .filter(reading ->
                        List.of(reading.value().reveal().split("\\s*,\\s*")).contains(profile))
                .isPresent();
    }

    /** An address to which credentials are sent; the default if the configured one is not valid for that. */
    URI address(ConfigKey key) {
        return addressAsGiven(key).orElseGet(() -> URI.create(key.defaultValue().orElseThrow()));
    }

    Optional<URI> addressAsGiven(ConfigKey key) {
        try {
            URI url = new URI(text(key));
            String wrong = PlatformAddress.whatIsWrongWith(url);
            if (wrong.isEmpty()) {
                return Optional.of(url);
            }
            report(key, wrong);
        } catch (URISyntaxException e) {
            report(key, "is not a URL");
        }
        return Optional.empty();
    }

    Duration duration(ConfigKey key) {
        return value(
                key,
                "a duration of ISO 8601 from nothing to a year, such as PT1S",
                Duration::parse,
                SettingsReader::isDuration);
    }

    private static boolean isDuration(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }

    int positive(ConfigKey key) {
        return value(key, "a positive whole number", Integer::valueOf, number -> number > 0);
    }

    private int requests(ConfigKey key) {
        return value(
                key,
                "a positive whole number, or unlimited",
                text -> text.equals("unlimited") ? Settings.UNLIMITED : Integer.valueOf(text),
                number -> number > 0);
    }

    <T> T value(ConfigKey key, String expected, Function<String, T> parser, Predicate<T> valid) {
        try {
            T value = parser.apply(text(key));
            if (valid.test(value)) {
                return value;
            }
        } catch (RuntimeException e) {
            // reported below, without the parser's text: the value may have been put under the wrong key
        }
        report(key, "must be " + expected);
        return parser.apply(key.defaultValue().orElse(""));
    }

    private String text(ConfigKey key) {
        try {
            return config.read(key, application)
                    .map(reading -> reading.value().reveal().strip())
                    .or(key::defaultValue)
                    .orElse("");
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return key.defaultValue().orElse("");
        }
    }

    private void report(ConfigKey key, String description) {
        problems.add(new ConfigurationProblem(given(key), description));
    }

    /** The key under which the value was given: the application's own, or else the default application's. */
    private String given(ConfigKey key) {
        String own = key.key(application);
        return application.isDefault() || config.read(own).isPresent() ? own : key.key();
    }

    /**
     * The values that MicroProfile defines; any other text, such as a misspelled true, is refused instead of read as
     * false.
     */
    private static Boolean booleanOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y", "on" -> true;
            case "false", "0", "no", "n", "off" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
