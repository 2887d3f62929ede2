package io.github.buymed4j.credentials;

import static java.util.stream.Collectors.joining;

import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.ConfigKey;
import java.time.Instant;
import java.util.List;

/**
 * The platform rejects all available credentials.
 *
 * @param tried the pairs that the sources offer
 * @param problems why a source offers no pair
 */
record Rejection(Credentials credentials, Instant since, List<Credentials> tried, List<ConfigurationProblem> problems) {

    /** States the application, the sources, since when they are rejected, and what to do. */
    String text() {
        return "The platform has rejected the credentials of the " + credentials.application() + " since " + since
                + ". Tried: " + namesOfTried() + ". " + textOfProblems()
                + "If the secret was regenerated, put the new one there, or stage it as "
                + ConfigKey.CLIENT_SECRET_NEXT.key(credentials.application()) + "; see docs/rotation.md";
    }

    private String namesOfTried() {
        return tried.stream()
                .map(pair -> name(pair.source(), pair.clientSecret()))
                .collect(joining("; "));
    }

    private static String name(SecretSource source, Secret secret) {
        return source + ", fingerprint " + secret.fingerprint();
    }

    private String textOfProblems() {
        return problems.isEmpty()
                ? ""
                : problems.stream().map(ConfigurationProblem::toString).collect(joining("; ", "Not usable: ", ". "));
    }
}
