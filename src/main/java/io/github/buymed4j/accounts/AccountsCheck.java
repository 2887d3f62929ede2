package io.github.buymed4j.accounts;

import io.github.buymed4j.accounts.seal.CurrentKeys;
import io.github.buymed4j.config.BuymedConfig;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/** Refuses the deployment of an application that is to connect pharmacies and has no key to encrypt their tokens with. */
public class AccountsCheck implements Extension {

    void check(@Observes AfterDeploymentValidation validation) {
        List<ConfigurationProblem> problems = CurrentKeys.problems(BuymedConfig.ofThisApplication());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new ConfigurationException(problems));
        }
    }
}
