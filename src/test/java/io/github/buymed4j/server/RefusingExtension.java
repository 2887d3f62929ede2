package io.github.buymed4j.server;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;

/** Refuses every deployment it is in. */
public class RefusingExtension implements Extension {
    static final String MESSAGE = "buymed.client-id is missing: a deployment that must be refused";

    void refuse(@Observes AfterDeploymentValidation validation) {
        validation.addDeploymentProblem(new IllegalStateException(MESSAGE));
    }
}
