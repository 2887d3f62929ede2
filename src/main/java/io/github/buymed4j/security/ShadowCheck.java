package io.github.buymed4j.security;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a source that hides another one with a different value, such as an archive's placeholder over a mounted secret.
 */
final class ShadowCheck implements Check {

    @Override
    public Stream<Finding> look(BuymedConfig config, ApplicationName application) {
        return Stream.concat(
                ConfigKey.values().stream()
                        .filter(ConfigKey::isCredential)
                        .flatMap(key -> look(config.readAll(key, application).toList())),
                hidden(config, application));
    }

    private static Stream<Finding> look(List<Reading> readings) {
        return readings.stream()
                .skip(1)
                .filter(other -> !other.value().equals(readings.get(0).value()))
                .map(other ->
                        Rule.SHADOWED_SOURCE.warning(other.key(), name(readings.get(0)) + " hides " + name(other)));
    }

    /** A file's key takes precedence over the secret's own key. */
    private static Stream<Finding> hidden(BuymedConfig config, ApplicationName application) {
        List<Reading> winners = Stream.of(
                        ConfigKey.CREDENTIALS_FILE, ConfigKey.CLIENT_SECRET_FILE, ConfigKey.CLIENT_SECRET)
                .flatMap(key -> config.readAll(key, application).limit(1))
                .toList();
        return winners.stream()
                .skip(1)
                .map(other -> Rule.SHADOWED_SOURCE.warning(
                        other.key(), winners.get(0).key() + " of " + name(winners.get(0)) + " wins over it"));
    }

    private static String name(Reading reading) {
        return reading.source() + " (ordinal " + reading.ordinal() + ")";
    }
}
