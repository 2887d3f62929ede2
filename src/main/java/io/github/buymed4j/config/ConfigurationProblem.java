package io.github.buymed4j.config;

import java.io.Serializable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param subject the configuration key, or the Java type, that is concerned
 * @param description what is wrong and what to do; never the value where the value may be a secret
 */
public record ConfigurationProblem(String subject, String description) implements Serializable {

    @Override
    public String toString() {
        return subject + ": " + description;
    }
}
