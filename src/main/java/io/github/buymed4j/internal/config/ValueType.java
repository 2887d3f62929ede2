package io.github.buymed4j.internal.config;

import io.github.buymed4j.config.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the values of a key are read and checked.
 *
 * @param use when the value is read
 * @param parser throws for a text that is not of this type
 * @param unreadable what is wrong with a text that the parser refuses, without the text, which may have been put under
 *     the wrong key
 * @param problem what is wrong with a value; empty if it is valid
 */
record ValueType<T>(Use use, Function<String, T> parser, String unreadable, Function<T, String> problem) {

    /** When a value is read, and whether it is a secret. */
    enum Use {
        /** Once, when the application starts. */
        SETTING,
        /** Again while the application runs, exactly as its source has it. */
        VERBATIM,
        /** As {@link #VERBATIM}, and the value is a secret. */
        SECRET,
        /** Again while the application runs: the path of a file with secrets. */
        SECRET_FILE
    }

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern BEARER = Pattern.compile("^bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

    static final ValueType<Duration> DURATION =
            of("a duration of ISO 8601 from nothing to a year, such as PT1S", Duration::parse, ValueType::isDuration);
    static final ValueType<Duration> DURATION_OF_A_CALL = of(
            "a duration of ISO 8601 of more than nothing and at most a year, such as PT60S",
            Duration::parse,
            duration -> isDuration(duration) && !duration.isZero());
    static final ValueType<Optional<Duration>> OPTIONAL_DURATION = of(
            "a duration of ISO 8601",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text)),
            duration -> true);
    static final ValueType<Boolean> FLAG = of("true or false", ValueType::booleanOf, flag -> true);
    static final ValueType<Boolean> ALWAYS_FALSE =
            of("false: a redirect would carry the credentials to another host", ValueType::booleanOf, flag -> !flag);
    static final ValueType<Integer> POSITIVE = of("a positive whole number", Integer::valueOf, number -> number > 0);
    static final ValueType<Integer> REQUESTS = of(
            "a positive whole number, or unlimited",
            text -> text.equals("unlimited") ? Settings.UNLIMITED : Integer.valueOf(text),
            number -> number > 0);
    static final ValueType<URI> PLATFORM_ADDRESS =
            new ValueType<>(Use.SETTING, ValueType::uri, "is not a URL", PlatformAddress::whatIsWrongWith);
    static final ValueType<Optional<URI>> OPTIONAL_PLATFORM_ADDRESS = new ValueType<>(
            Use.SETTING,
            text -> text.isEmpty() ? Optional.empty() : Optional.of(uri(text)),
            "is not a URL",
            uri -> uri.map(PlatformAddress::whatIsWrongWith).orElse(""));
    static final ValueType<String> JNDI_NAME = text(
            "a JNDI name such as java:comp/DefaultDataSource or jdbc/tokens", "java:[\\w./-]+|[\\w.-]+(/[\\w.-]+)+");
    static final ValueType<Optional<String>> OPTIONAL_JNDI_NAME = of(
            "a JNDI name such as java:app/jdbc/quota or jdbc/quota",
            text -> Optional.of(text).filter(name -> !name.isEmpty()),
            name -> name.map(JNDI_NAME.problem).orElse("").isEmpty());
    static final ValueType<Optional<String>> OPTIONAL_USER_AGENT = of(
            "at most 200 visible ASCII characters, with single blanks between them",
            text -> Optional.of(text).filter(agent -> !agent.isEmpty()),
            agent -> agent.filter(given -> !given.matches("(?=.{1,200}$)[!-~]+( [!-~]+)*"))
                    .isEmpty());
    static final ValueType<String> CLIENT_ID_NAME =
            text("clientId, clientID or client_id", "clientId|clientID|client_id");
    static final ValueType<List<String>> SCOPES = of(
            "scopes such as pharmacy:order:read, separated by spaces or commas",
            text -> List.of(text.split("[\\s,]+")),
            scopes -> scopes.stream().allMatch(scope -> scope.matches("[a-z_]+(:[a-z_]+)+")));

    /** A bearer token, with or without the prefix {@code Bearer}. */
    static final ValueType<Secret> BEARER_TOKEN = new ValueType<>(
            Use.SECRET,
            text -> Secret.of(BEARER.matcher(text.strip()).replaceFirst("")),
            "",
            token -> CredentialText.whatIsWrongWith(token.reveal()).orElse(""));

    static final ValueType<Secret> PASSWORD_HASH =
            new ValueType<>(Use.SECRET, text -> Secret.of(text.strip()), "", PasswordHash::whatIsWrongWith);

    static final ValueType<Secret> SECRET = read(Use.SECRET);
    static final ValueType<Secret> VERBATIM = read(Use.VERBATIM);
    static final ValueType<Secret> SECRET_FILE = read(Use.SECRET_FILE);

    static <T> ValueType<T> of(String expected, Function<String, T> parser, Predicate<T> valid) {
        String problem = "must be " + expected;
        return new ValueType<>(Use.SETTING, parser, problem, value -> valid.test(value) ? "" : problem);
    }

    static ValueType<String> text(String expected, String pattern) {
        return of(expected, Function.identity(), text -> text.matches(pattern));
    }

    private static ValueType<Secret> read(Use use) {
        return new ValueType<>(use, Secret::of, "", value -> "");
    }

    private static boolean isDuration(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL"); // without the text
        }
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
