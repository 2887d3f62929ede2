package io.github.buymed4j.credentials;

/**
 * Where a secret came from.
 *
 * @param key the configuration key that led to it
 * @param name the configuration source's name, as the server calls it
 * @param ordinal the configuration source's ordinal
 */
public record SecretSource(String key, String name, int ordinal) {

    @Override
    public String toString() {
        return key + " from " + name + " (ordinal " + ordinal + ")";
    }
}
