package io.github.buymed4j.credentials;

import static io.github.buymed4j.config.ConfigKey.CLIENT_ID;
import static io.github.buymed4j.config.ConfigKey.CLIENT_SECRET;
import static io.github.buymed4j.config.ConfigKey.CLIENT_SECRET_FILE;
import static io.github.buymed4j.config.ConfigKey.CLIENT_SECRET_NEXT;
import static io.github.buymed4j.config.ConfigKey.CLIENT_SECRET_NEXT_FILE;
import static io.github.buymed4j.config.ConfigKey.CREDENTIALS_FILE;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigKey;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at every place in which one application's credentials may stand. Stateless: each look reads anew. */
final class CredentialSources {

    private final BuymedConfig config;
    private final ApplicationName application;

    CredentialSources(BuymedConfig config, ApplicationName application) {
        this.config = config;
        this.application = application;
    }

    /** The pairs that may be tried, the first one first: the current pair, then the one with the staged secret. */
    Look look() {
        List<ConfigurationProblem> problems = new ArrayList<>();
        Optional<CredentialPair> current = current(problems::add);
        // a staged secret is optional: what is wrong with it must not take the current one away
        Optional<CredentialPair> staged = current.flatMap(pair -> staged(problem -> {}, pair.clientId()));
        List<CredentialPair> pairs = new ArrayList<>();
        current.ifPresent(pairs::add);
        staged.ifPresent(pairs::add);
        return new Look(pairs, problems);
    }

    private Optional<CredentialPair> current(Consumer<ConfigurationProblem> problems) {
        Optional<Reading> file = read(CREDENTIALS_FILE, problems);
        return file.isPresent()
                ? SecretFile.pair(file.get(), problems)
                : pair(secret(CLIENT_SECRET_FILE, CLIENT_SECRET, problems), problems);
    }

    private Optional<CredentialPair> pair(Optional<Reading> secret, Consumer<ConfigurationProblem> problems) {
        Optional<String> id = valid(read(CLIENT_ID, problems), CLIENT_ID, problems)
                .map(reading -> reading.value().reveal());
        Optional<Reading> usable = valid(secret, CLIENT_SECRET, problems);
        return id.flatMap(clientId -> usable.map(reading -> pairOf(clientId, reading)));
    }

    private Optional<CredentialPair> staged(Consumer<ConfigurationProblem> problems, String clientId) {
        return secret(CLIENT_SECRET_NEXT_FILE, CLIENT_SECRET_NEXT, problems)
                .filter(reading ->
                        CredentialText.whatIsWrongWith(reading.value().reveal()).isEmpty())
                .map(reading -> pairOf(clientId, reading));
    }

    private Optional<Reading> secret(ConfigKey fileKey, ConfigKey key, Consumer<ConfigurationProblem> problems) {
        Optional<Reading> file = read(fileKey, problems);
        return file.isPresent() ? SecretFile.secret(file.get(), problems) : read(key, problems);
    }

    private Optional<Reading> read(ConfigKey key, Consumer<ConfigurationProblem> problems) {
        try {
            return config.read(key, application).map(CredentialSources::stripped);
        } catch (ConfigurationException e) {
            e.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private Optional<Reading> valid(Optional<Reading> reading, ConfigKey key, Consumer<ConfigurationProblem> problems) {
        String name = reading.map(Reading::key).orElse(key.key(application));
        String wrong = reading.map(found ->
                        CredentialText.whatIsWrongWith(found.value().reveal()).orElse(""))
                .orElse("is missing; give it by a means of the server's own, never in the archive");
        if (wrong.isEmpty()) {
            return reading;
        }
        problems.accept(new ConfigurationProblem(name, wrong));
        return Optional.empty();
    }

    private static Reading stripped(Reading reading) {
        Secret value = Secret.of(reading.value().reveal().strip());
        return new Reading(reading.key(), value, reading.source(), reading.ordinal());
    }

    private static CredentialPair pairOf(String clientId, Reading secret) {
        SecretSource source = new SecretSource(secret.key(), secret.source(), secret.ordinal());
        return new CredentialPair(clientId, secret.value(), source);
    }

    /** What one look found. */
    record Look(List<CredentialPair> pairs, List<ConfigurationProblem> problems) {}
}
