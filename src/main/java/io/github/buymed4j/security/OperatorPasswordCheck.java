package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.PasswordHash;
import io.github.buymed4j.internal.config.Reading;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a console password that is easy to guess: short, monotonous, or made of words that attackers try first; also a
 * hash of it with fewer iterations than recommended.
 */
final class OperatorPasswordCheck implements Check {

    private static final int ENOUGH_CHARACTERS = 12;
    private static final int ENOUGH_BITS = 40;
    private static final Pattern TRIED_FIRST = Pattern.compile(
            "your|my|pass(word|wort)?|passw0rd|p@ssw0rd|admin(istrator)?|operator|console|buymed|buymed4j|secret|change[_ -]?me"
                    + "|welcome|letmein|qwerty|azerty|default|example|test|abc(def)?|(0?12)?345(678)?(90?)?|123|20\\d\\d",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return application.isDefault()
                ? Stream.concat(
                        read(config, ConfigKey.CONSOLE_PASSWORD)
                                .filter(password ->
                                        isGuessable(password.value().reveal().strip()))
                                .map(password -> Rule.GUESSABLE_PASSWORD.error(password.key(), "")),
                        read(config, ConfigKey.CONSOLE_PASSWORD_HASH).flatMap(OperatorPasswordCheck::fewIterations))
                : Stream.empty();
    }

    /** The value, unless it is blank. */
    private static Stream<Reading> read(BuymedConfig config, ConfigKey<Secret> key) {
        try {
            return config.read(key, ApplicationName.DEFAULT).stream()
                    .filter(reading -> !reading.value().reveal().isBlank());
        } catch (ConfigurationException e) {
            // then no login is possible
            return Stream.empty();
        }
    }

    private static Stream<Finding> fewIterations(Reading reading) {
        PasswordHash hash = PasswordHash.of(reading.value());
        return hash.iterations() < hash.recommendedIterations()
                ? Stream.of(Rule.GUESSABLE_PASSWORD.warning(
                        reading.key(),
                        "its hash has " + hash.iterations() + " iterations, fewer than the recommended "
                                + hash.recommendedIterations()))
                : Stream.empty();
    }

    private static boolean isGuessable(String password) {
        String own = TRIED_FIRST.matcher(password).replaceAll("");
        int kinds = (int) own.chars().distinct().count();
        return password.length() < ENOUGH_CHARACTERS
                || own.isEmpty()
                || own.length() * Math.log(kinds) / Math.log(2) < ENOUGH_BITS;
    }
}
