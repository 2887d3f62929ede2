package io.github.buymed4j.security;

import io.github.buymed4j.BuymedException;
import java.util.List;
import java.util.stream.Collectors;

/** The audit found errors, and {@code buymed.security.enforce} is true. The message lists all of them. */
final class InsecureDeploymentException extends BuymedException {

    private static final long serialVersionUID = 1L;

    InsecureDeploymentException(List<Finding> errors) {
        super(errors.stream()
                .map(Finding::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "buymed4j refuses the deployment (buymed.security.enforce=false lets it pass):\n  ",
                        "")));
    }
}
