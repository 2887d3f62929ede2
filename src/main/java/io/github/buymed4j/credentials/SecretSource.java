package io.github.buymed4j.credentials;

import io.github.buymed4j.internal.config.Reading;

/**
 * Where a secret came from.
 *
 * @param key the configuration key that led to it
 * @param name the configuration source's name, as the server calls it
 * @param ordinal the configuration source's ordinal
 */
public record SecretSource(String key, String name, int ordinal) {

    static SecretSource of(Reading reading) {
        return new SecretSource(reading.key(), reading.source(), reading.ordinal());
    }

    static SecretSource ofFile(Reading path) {
        return new SecretSource(path.key(), "the file that " + path.source() + " names", path.ordinal());
    }

    @Override
    public String toString() {
        return key + " from " + name + " (ordinal " + ordinal + ")";
    }
}
