package io.github.buymed4j.credentials;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.CredentialText;
import io.github.buymed4j.internal.config.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** The content of a properties file with {@code client-id} and {@code client-secret}. */
final class PairFile {

    private PairFile() {}

    static Optional<Credentials> parse(
            ApplicationName application, Reading path, Secret content, Consumer<ConfigurationProblem> problems) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content.reveal()));
        } catch (IOException | IllegalArgumentException e) {
            problems.accept(new ConfigurationProblem(path.key(), "names a file that is not a properties file"));
            return Optional.empty();
        }
        Optional<String> id = value("client-id", path, properties, problems);
        Optional<String> secret = value("client-secret", path, properties, problems);
        return id.flatMap(clientId -> secret.map(
                text -> new Credentials(application, clientId, Secret.of(text), SecretSource.ofFile(path), 0)));
    }

    private static Optional<String> value(
            String name, Reading path, Properties properties, Consumer<ConfigurationProblem> problems) {
        String value = properties.getProperty(name, "").strip();
        Optional<String> wrong = CredentialText.whatIsWrongWith(value);
        wrong.ifPresent(what ->
                problems.accept(new ConfigurationProblem(path.key(), "names a file whose " + name + " " + what)));
        return wrong.isPresent() ? Optional.empty() : Optional.of(value);
    }
}
