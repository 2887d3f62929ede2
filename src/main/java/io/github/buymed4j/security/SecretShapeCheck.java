package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.OfferedCredentials;
import io.github.buymed4j.internal.config.BuymedConfig;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds problems in the text of the credentials: a guessable secret, characters that were copied along with a value, or
 * a secret of another environment than the address. Also reports credentials that are not usable.
 */
final class SecretShapeCheck implements Check {

    private static final int ENOUGH_BITS = 64;
    private static final Pattern QUOTED = Pattern.compile("[\"'`].*|.*[\"'`]");
    private static final Pattern ENDED = Pattern.compile(".*[,;]");
    private static final Pattern NAMED =
            Pattern.compile("[\"'\\w.-]*(client|secret|app)[\\w.-]*[\"']?[=:][^=].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIVE = Pattern.compile("sk_live_.*");
    private static final Pattern TEST = Pattern.compile("sk_(sandbox|sbx|stg|staging|test|dev)_.*");
    private static final Pattern PRODUCTION_HOST = Pattern.compile("(open-apis|api)\\.buymed\\.com");
    private static final Pattern TEST_HOST = Pattern.compile(".*\\.(sbx|stg)\\.buymed\\.tech");

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        OfferedCredentials offered = CredentialsRegistry.offered(config, application);
        String host = config.settings(application).apiOrigin().host();
        return Stream.of(
                        offered.credentials().stream().flatMap(credentials -> look(credentials, host)),
                        offered.problems().stream()
                                .map(problem ->
                                        Rule.UNUSABLE_CREDENTIALS.error(problem.subject(), problem.description())),
                        offered.problemsOfStaged().stream()
                                .map(problem ->
                                        Rule.UNUSABLE_STAGED_SECRET.warning(problem.subject(), problem.description())))
                .flatMap(findings -> findings);
    }

    /** What is wrong with the text of credentials that are sent to this host. */
    static Stream<Finding> look(Credentials credentials, String host) {
        return Stream.of(guessable(credentials), copiedWithMore(credentials), misplaced(credentials, host))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> guessable(Credentials credentials) {
        return isGuessable(credentials.clientSecret().reveal())
                ? Stream.of(Rule.GUESSABLE_SECRET.warning(credentials.source().key(), ""))
                : Stream.empty();
    }

    /** Finds characters around a value that were copied along with it. */
    private static Stream<Finding> copiedWithMore(Credentials credentials) {
        return Stream.of(credentials.clientSecret().reveal(), credentials.clientId())
                .flatMap(value -> tooMuch(value).stream())
                .distinct()
                .map(what -> Rule.COPIED_WITH_MORE.warning(credentials.source().key(), what));
    }

    private static Optional<String> tooMuch(String value) {
        if (NAMED.matcher(value).matches()) {
            return Optional.of("a name before it");
        }
        if (QUOTED.matcher(value).matches()) {
            return Optional.of("quotation marks");
        }
        return ENDED.matcher(value).matches() ? Optional.of("a comma or semicolon at its end") : Optional.empty();
    }

    /**
     * Decides by the secret's prefix, which the platform shows in examples but does not guarantee. An unknown host may
     * be a gateway.
     */
    private static Stream<Finding> misplaced(Credentials credentials, String host) {
        String key = credentials.source().key();
        String secret = credentials.clientSecret().reveal();
        if (TEST.matcher(secret).matches() && PRODUCTION_HOST.matcher(host).matches()) {
            return Stream.of(Rule.WRONG_ENVIRONMENT.error(key, "of a test environment, to " + host));
        }
        if (LIVE.matcher(secret).matches() && !PRODUCTION_HOST.matcher(host).matches()) {
            String detail = "of production, to " + host;
            return Stream.of(
                    TEST_HOST.matcher(host).matches()
                            ? Rule.WRONG_ENVIRONMENT.error(key, detail)
                            : Rule.WRONG_ENVIRONMENT.warning(key, detail));
        }
        return Stream.empty();
    }

    /**
     * Compares length times the bits per character, as the number of distinct characters allows, without the fixed
     * prefix of the known kinds.
     */
    private static boolean isGuessable(String secret) {
        String variable = secret.replaceFirst("^sk_[a-z]+_", "");
        int kinds = (int) variable.chars().distinct().count();
        return variable.isEmpty() || variable.length() * Math.log(kinds) / Math.log(2) < ENOUGH_BITS;
    }
}
