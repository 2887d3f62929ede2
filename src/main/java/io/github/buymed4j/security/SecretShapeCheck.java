package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.credentials.Credentials;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.credentials.OfferedCredentials;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a secret's own text tells: that it is guessable, or of another environment than the address. */
final class SecretShapeCheck implements Check {

    private static final int ENOUGH_BITS = 64;
    private static final Pattern LIVE = Pattern.compile("sk_live_.*");
    private static final Pattern OTHER = Pattern.compile("sk_(sandbox|sbx|stg|staging|test|dev)_.*");
    private static final List<String> PRODUCTION = List.of("open-apis.buymed.com", "api.buymed.com");

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        OfferedCredentials offered = CredentialsRegistry.offered(config, application);
        boolean production =
                PRODUCTION.contains(config.settings(application).apiOrigin().host());
        return Stream.concat(
                offered.credentials().stream().flatMap(credentials -> look(credentials, production)),
                offered.problemsOfStaged().stream()
                        .map(problem -> Rule.UNUSABLE_STAGED_SECRET.warning(problem.subject(), problem.description())));
    }

    private static Stream<Finding> look(Credentials credentials, boolean production) {
        String key = credentials.source().key();
        String secret = credentials.clientSecret().reveal();
        Stream<Finding> guessable =
                isGuessable(secret) ? Stream.of(Rule.GUESSABLE_SECRET.warning(key, "")) : Stream.empty();
        Pattern misplaced = production ? OTHER : LIVE;
        Stream<Finding> mixed = misplaced.matcher(secret).matches()
                ? Stream.of(Rule.WRONG_ENVIRONMENT.error(key, "see " + ConfigKey.API_URL.key()))
                : Stream.empty();
        return Stream.concat(guessable, mixed);
    }

    /** Length times the bits that the variety of the characters allows for, without the fixed beginning of the known kinds. */
    private static boolean isGuessable(String secret) {
        String variable = secret.replaceFirst("^sk_[a-z]+_", "");
        int kinds = (int) variable.chars().distinct().count();
        return variable.isEmpty() || variable.length() * Math.log(kinds) / Math.log(2) < ENOUGH_BITS;
    }
}
