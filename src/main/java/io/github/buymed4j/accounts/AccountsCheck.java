package io.github.buymed4j.accounts;

import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.ConfigurationProblem;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import io.github.buymed4j.internal.config.Reading;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import java.util.Optional;

/** Fails the deployment if the application connects pharmacies but has no usable key to encrypt their tokens. */
public class AccountsCheck implements Extension {

    void check(@Observes AfterDeploymentValidation validation) {
        List<ConfigurationProblem> problems = problems(BuymedConfig.ofThisApplication());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new ConfigurationException(problems));
        }
    }

    /** Makes the keys, because only then a missing library is noticed. */
    static List<ConfigurationProblem> problems(BuymedConfig config) {
        boolean connects = config.settings().get(ConfigKey.REDIRECT_URI).isPresent();
        try {
            Optional<Reading> found = CurrentKeys.configured(config);
            if (connects || found.isPresent()) {
                SealingKeys unused = CurrentKeys.keys(config, found);
            }
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        } catch (NoClassDefFoundError e) {
            return List.of(new ConfigurationProblem(
                    connects ? ConfigKey.REDIRECT_URI.key() : ConfigKey.ACCOUNTS_KEYS.key(),
                    "is given, so that tokens will be encrypted: add the dependency com.nimbusds:nimbus-jose-jwt to the"
                            + " application"));
        }
    }
}
