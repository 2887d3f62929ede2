package io.github.buymed4j.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A ready bearer token as a person gives it: with the word {@code Bearer} before it or without. */
final class AccessTokenText {

    private static final Pattern SCHEME = Pattern.compile("bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

    private AccessTokenText() {}

    /**
     * The token alone; a blank value stays as it is and counts as absent.
     *
     * @throws ConfigurationException when a header cannot carry it
     */
    static Reading checked(Reading given) {
        String text = given.value().reveal().strip();
        if (text.isEmpty()) {
            return given;
        }
        String token = SCHEME.matcher(text).lookingAt() ? SCHEME.matcher(text).replaceFirst("") : text;
        Optional<String> wrong = CredentialText.whatIsWrongWith(token);
        if (wrong.isPresent()) {
            throw new ConfigurationException(List.of(new ConfigurationProblem(given.key(), wrong.get())));
        }
        return new Reading(given.key(), Secret.of(token), given.source(), given.ordinal());
    }
}
