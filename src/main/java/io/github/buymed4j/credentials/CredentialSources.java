package io.github.buymed4j.credentials;

import static io.github.buymed4j.internal.config.ConfigKey.CLIENT_ID;
import static io.github.buymed4j.internal.config.ConfigKey.CLIENT_SECRET;
import static io.github.buymed4j.internal.config.ConfigKey.CLIENT_SECRET_FILE;
import static io.github.buymed4j.internal.config.ConfigKey.CLIENT_SECRET_NEXT;
import static io.github.buymed4j.internal.config.ConfigKey.CLIENT_SECRET_NEXT_FILE;
import static io.github.buymed4j.internal.config.ConfigKey.CREDENTIALS_FILE;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.CredentialText;
import io.github.buymed4j.internal.config.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads one application's credentials from every possible source. Not thread-safe: it keeps the state of its files. */
final class CredentialSources {

    private final BuymedConfig config;
    private final ApplicationName application;
    private final SecretFile pairFile = new SecretFile();
    private final SecretFile currentFile = new SecretFile();
    private final SecretFile stagedFile = SecretFile.thatMayComeLater();

    CredentialSources(BuymedConfig config, ApplicationName application) {
        this.config = config;
        this.application = application;
    }

    /** Reads all sources again. The time is {@link System#nanoTime()}, or a test's own time. */
    OfferedCredentials look(long now) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        List<ConfigurationProblem> ofStaged = new ArrayList<>();
        Optional<Credentials> current = current(now, problems::add);
        Optional<Credentials> staged = staged(current, now, ofStaged::add);
        return new OfferedCredentials(
                Stream.concat(current.stream(), staged.stream()).toList(), problems, ofStaged, isSettling());
    }

    private boolean isSettling() {
        return pairFile.isSettling() || currentFile.isSettling() || stagedFile.isSettling();
    }

    private Optional<Credentials> current(long now, Consumer<ConfigurationProblem> problems) {
        return noted(problems, () -> {
            Optional<Reading> file = given(CREDENTIALS_FILE);
            return file.isPresent()
                    ? pairFile.content(file.get(), now, problems)
                            .flatMap(content -> PairFile.parse(application, file.get(), content, problems))
                    : idAndSecret(now, problems);
        });
    }

    private Optional<Credentials> idAndSecret(long now, Consumer<ConfigurationProblem> problems) {
        Optional<String> id = clientId(problems);
        Optional<Found> secret =
                secret(CLIENT_SECRET_FILE, currentFile, () -> required(CLIENT_SECRET, problems), now, problems);
        return id.flatMap(clientId -> secret.map(found -> found.with(application, clientId)));
    }

    /** A staged secret is optional: a problem with it does not affect the current secret. */
    private Optional<Credentials> staged(
            Optional<Credentials> current, long now, Consumer<ConfigurationProblem> problems) {
        return secret(CLIENT_SECRET_NEXT_FILE, stagedFile, () -> given(CLIENT_SECRET_NEXT), now, problems)
                .flatMap(found -> current.map(Credentials::clientId)
                        .or(() -> clientId(problem -> {}))
                        .map(clientId -> found.with(application, clientId)));
    }

    private Optional<String> clientId(Consumer<ConfigurationProblem> problems) {
        return required(CLIENT_ID, problems)
                .filter(reading -> isUsable(reading.key(), reading.value(), problems))
                .map(reading -> reading.value().reveal());
    }

    private Optional<Found> secret(
            ConfigKey<?> fileKey,
            SecretFile file,
            Supplier<Optional<Reading>> otherwise,
            long now,
            Consumer<ConfigurationProblem> problems) {
        Optional<Found> found = noted(problems, () -> {
            Optional<Reading> path = given(fileKey);
            return path.isPresent()
                    ? file.content(path.get(), now, problems)
                            .map(content -> new Found(content, SecretSource.ofFile(path.get())))
                    : otherwise.get().map(reading -> new Found(reading.value(), SecretSource.of(reading)));
        });
        return found.filter(secret -> isUsable(secret.source().key(), secret.secret(), problems));
    }

    private Optional<Reading> required(ConfigKey<?> key, Consumer<ConfigurationProblem> problems) {
        return noted(problems, () -> {
            Optional<Reading> given = given(key);
            if (given.isEmpty()) {
                String what = "is missing; give it by a means of the server's own, never in the archive";
                problems.accept(new ConfigurationProblem(key.key(application), what));
            }
            return given;
        });
    }

    private Optional<Reading> given(ConfigKey<?> key) {
        return config.read(key, application).map(CredentialSources::stripped);
    }

    /** A configured key that cannot be evaluated is reported as a problem; no other source replaces it. */
    private static <T> Optional<T> noted(Consumer<ConfigurationProblem> problems, Supplier<Optional<T>> search) {
        try {
            return search.get();
        } catch (ConfigurationException e) {
            e.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private static Reading stripped(Reading reading) {
        Secret value = Secret.of(reading.value().reveal().strip());
        return new Reading(reading.key(), value, reading.source(), reading.ordinal());
    }

    private static boolean isUsable(String key, Secret value, Consumer<ConfigurationProblem> problems) {
        Optional<String> wrong = CredentialText.whatIsWrongWith(value.reveal());
        wrong.ifPresent(what -> problems.accept(new ConfigurationProblem(key, what)));
        return wrong.isEmpty();
    }

    /** A secret that was found, not yet combined with its Client ID. */
    private record Found(Secret secret, SecretSource source) {

        Credentials with(ApplicationName application, String clientId) {
            return new Credentials(application, clientId, secret, source, 0);
        }
    }
}
