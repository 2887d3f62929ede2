package io.github.buymed4j.credentials;

import static java.util.stream.Collectors.joining;

import io.github.buymed4j.BuymedException;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import java.time.Instant;
import java.util.List;

/** The platform rejects the application's credentials, and there are no others to try. The request was not processed. */
public class CredentialsRejectedException extends BuymedException {

    private static final long serialVersionUID = 1L;

    private final Instant since;

    CredentialsRejectedException(
            Credentials rejected, Instant since, List<CredentialPair> tried, List<ConfigurationProblem> problems) {
        super("The platform has rejected the credentials of the " + rejected.application() + " since " + since
                + ". Tried: " + (tried.isEmpty() ? nameOf(rejected.clientSecret(), rejected.source()) : namesOf(tried))
                + ". " + textOf(problems) + "If the secret was regenerated, put the new one there, or stage it as "
                + ConfigKey.CLIENT_SECRET_NEXT.key(rejected.application()) + "; see docs/rotation.md");
        this.since = since;
    }

    private static String namesOf(List<CredentialPair> pairs) {
        return pairs.stream()
                .map(pair -> nameOf(pair.clientSecret(), pair.source()))
                .collect(joining("; "));
    }

    private static String nameOf(Secret secret, SecretSource source) {
        return source + ", fingerprint " + secret.fingerprint();
    }

    private static String textOf(List<ConfigurationProblem> problems) {
        return problems.isEmpty()
                ? ""
                : problems.stream().map(ConfigurationProblem::toString).collect(joining("; ", "Not usable: ", ". "));
    }

    /** When the platform first rejected them. */
    public Instant since() {
        return since;
    }
}
