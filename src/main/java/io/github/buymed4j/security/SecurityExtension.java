package io.github.buymed4j.security;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Refuses a deployment in which the audit finds errors, if {@code buymed.security.enforce} is true. */
public class SecurityExtension implements Extension {

    /** Errors that {@code rest} refuses regardless of the key, because calls would be impossible or unsafe. */
    private static final Set<Rule> REFUSED_ANYWAY =
            EnumSet.of(Rule.SETTING, Rule.CLEAR_TEXT, Rule.REDIRECTS, Rule.UNUSABLE_CREDENTIALS);

    void check(@Observes AfterDeploymentValidation validation) {
        BuymedConfig config = BuymedConfig.ofThisApplication();
        if (!config.settings().get(ConfigKey.SECURITY_ENFORCE)) {
            return;
        }
        List<Finding> errors = SecurityAudit.of(config, config.applications()).stream()
                .filter(finding -> finding.severity() == Severity.ERROR && !REFUSED_ANYWAY.contains(finding.rule()))
                .toList();
        if (!errors.isEmpty()) {
            validation.addDeploymentProblem(new InsecureDeploymentException(errors));
        }
    }
}
