package io.github.buymed4j.config;

import java.io.Serializable;

/**
 * One problem of the configuration.
 *
 * @param subject the configuration key or Java type with the problem
 * @param description what is wrong and what to do; never a value that may be a secret
 */
public record ConfigurationProblem(String subject, String description) implements Serializable {

    @Override
    public String toString() {
        return subject + ": " + description;
    }
}
