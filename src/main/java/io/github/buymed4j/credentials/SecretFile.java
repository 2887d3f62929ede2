package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** A file that holds a secret, read by content each time: a link swapped underneath it does not matter. */
final class SecretFile {

    private static final int LARGEST = 64 * 1024;

    private SecretFile() {}

    /** The file's whole content as the secret, without the line break that such files end in. */
    static Optional<Reading> secret(Reading path, Consumer<ConfigurationProblem> problems) {
        return content(path, problems).map(text -> reading(path, text.strip()));
    }

    /** The {@code client-id} and {@code client-secret} of a properties file. */
    static Optional<CredentialPair> pair(Reading path, Consumer<ConfigurationProblem> problems) {
        return content(path, problems).flatMap(text -> {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(text));
            } catch (IOException | IllegalArgumentException e) {
                problems.accept(new ConfigurationProblem(path.key(), "names a file that is not a properties file"));
                return Optional.empty();
            }
            return pair(path, properties, problems);
        });
    }

    private static Optional<CredentialPair> pair(
            Reading path, Properties properties, Consumer<ConfigurationProblem> problems) {
        String id = properties.getProperty("client-id", "").strip();
        String secret = properties.getProperty("client-secret", "").strip();
        Optional<String> wrongId = CredentialText.whatIsWrongWith(id);
        Optional<String> wrongSecret = CredentialText.whatIsWrongWith(secret);
        wrongId.ifPresent(wrong ->
                problems.accept(new ConfigurationProblem(path.key(), "names a file whose client-id " + wrong)));
        wrongSecret.ifPresent(wrong ->
                problems.accept(new ConfigurationProblem(path.key(), "names a file whose client-secret " + wrong)));
        Reading reading = reading(path, secret);
        return wrongId.isPresent() || wrongSecret.isPresent()
                ? Optional.empty()
                : Optional.of(new CredentialPair(
                        id, reading.value(), new SecretSource(reading.key(), reading.source(), reading.ordinal())));
    }

    private static Optional<String> content(Reading path, Consumer<ConfigurationProblem> problems) {
        try {
            Path file = Path.of(path.value().reveal());
            if (Files.size(file) <= LARGEST) {
                return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
            }
            problems.accept(new ConfigurationProblem(path.key(), "names a file of more than 64 KiB"));
        } catch (InvalidPathException | IOException e) {
            // without its text: somebody may have put the secret itself where the path belongs
            String how = e.getClass().getSimpleName();
            problems.accept(new ConfigurationProblem(path.key(), "names a file that cannot be read (" + how + ")"));
        }
        return Optional.empty();
    }

    private static Reading reading(Reading path, String secret) {
        String source = "the file that " + path.source() + " names";
        return new Reading(path.key(), Secret.of(secret), source, path.ordinal());
    }
}
