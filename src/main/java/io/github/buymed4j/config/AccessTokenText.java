package io.github.buymed4j.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a configured bearer token, with or without the prefix {@code Bearer}. */
final class AccessTokenText {

    private static final Pattern SCHEME = Pattern.compile("bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

    private AccessTokenText() {}

    /**
     * The token without the prefix; a blank value is returned unchanged and counts as absent.
     *
     * @throws ConfigurationException if the token is a placeholder or cannot be sent in a header
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
