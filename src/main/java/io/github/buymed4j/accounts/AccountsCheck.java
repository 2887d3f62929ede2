package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.seal.CurrentKeys;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/** Fails the deployment if the application connects pharmacies but has no usable key to encrypt their tokens. */
public class AccountsCheck implements Extension {

    void check(@Observes AfterDeploymentValidation validation) {
        List<ConfigurationProblem> problems = CurrentKeys.problems(BuymedConfig.ofThisApplication());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new ConfigurationException(problems));
        }
    }
}
