package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a console password that is easy to guess: short, monotonous, or made of words that attackers try first. */
final class OperatorPasswordCheck implements Check {

    private static final int ENOUGH_CHARACTERS = 12;
    private static final int ENOUGH_BITS = 40;
    private static final Pattern TRIED_FIRST = Pattern.compile(
            "your|my|pass(word|wort)?|passw0rd|p@ssw0rd|admin(istrator)?|operator|console|buymed|buymed4j|secret|change[_ -]?me"
                    + "|welcome|letmein|qwerty|azerty|default|example|test|abc(def)?|(0?12)?345(678)?(90?)?|123|20\\d\\d",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        try {
            return config.read(ConfigKey.CONSOLE_PASSWORD, application).stream()
                    .filter(reading -> application.isDefault())
                    .filter(reading -> isGuessable(reading.value().reveal().strip()))
                    .map(reading -> Rule.GUESSABLE_PASSWORD.error(reading.key(), ""));
        } catch (ConfigurationException e) {
            // then no login is possible
            return Stream.empty();
        }
    }

    /** False for a blank password, because it allows no login. */
    private static boolean isGuessable(String password) {
        String own = TRIED_FIRST.matcher(password).replaceAll("");
        int kinds = (int) own.chars().distinct().count();
        return !password.isEmpty()
                && (password.length() < ENOUGH_CHARACTERS
                        || own.isEmpty()
                        || own.length() * Math.log(kinds) / Math.log(2) < ENOUGH_BITS);
    }
}
