package io.github.buymed4j.accounts.seal;

import static io.github.buymed4j.config.ConfigKey.ACCOUNTS_KEYS;
import static io.github.buymed4j.config.ConfigKey.ACCOUNTS_KEYS_FILE;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.config.Reading;
import io.github.buymed4j.config.SecretFileReader;
import java.util.List;
import java.util.Optional;

/** Reads the keys from the configuration. Stateless: nothing is cached. */
final class KeySource {

    private final BuymedConfig config;

    KeySource(BuymedConfig config) {
        this.config = config;
    }

    /**
     * The JWK set that is configured now; empty if none is.
     *
     * @throws ConfigurationException if the file cannot be read
     */
    Optional<Reading> look() {
        Optional<Reading> file = given(config.read(ACCOUNTS_KEYS_FILE, ApplicationName.DEFAULT));
        return file.isPresent()
                ? file.map(KeySource::content)
                : given(config.read(ACCOUNTS_KEYS, ApplicationName.DEFAULT));
    }

    /** The keys of the JWK set that was read. */
    static SealingKeys keys(Reading found) {
        try {
            return SealingKeys.parse(found.value());
        } catch (IllegalArgumentException e) {
            throw problem(found.key(), String.valueOf(e.getMessage()));
        }
    }

    static ConfigurationException missing() {
        return problem(
                ACCOUNTS_KEYS.key(),
                "is missing: tokens are not stored in clear text; give a JWK set of oct keys of 256 bits, here or in "
                        + ACCOUNTS_KEYS_FILE.key() + " (see docs/accounts.md)");
    }

    private static Optional<Reading> given(Optional<Reading> reading) {
        return reading.filter(found -> !found.value().reveal().isBlank());
    }

    private static Reading content(Reading path) {
        return new Reading(path.key(), SecretFileReader.read(path), path.source(), path.ordinal());
    }

    private static ConfigurationException problem(String key, String what) {
        return new ConfigurationException(List.of(new ConfigurationProblem(key, what)));
    }
}
