package io.github.buymed4j.security;

import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.ConfigKey;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the first audit, and refuses a deployment in which it finds errors, if {@code buymed.security.enforce} is true.
 */
public class SecurityExtension implements Extension {

    /** Errors that {@code rest} refuses regardless of the key, because calls would be impossible or unsafe. */
    private static final Set<Rule> REFUSED_ANYWAY =
            EnumSet.of(Rule.SETTING, Rule.CLEAR_TEXT, Rule.REDIRECTS, Rule.UNUSABLE_CREDENTIALS);

    private final List<Check> checks = SecurityAudit.checks();
    private List<Finding> findings = List.of();

    void check(@Observes AfterDeploymentValidation validation) {
        BuymedConfig config = BuymedConfig.ofThisApplication();
        findings = SecurityAudit.of(checks, config, config.applications());
        if (!config.settings().get(ConfigKey.SECURITY_ENFORCE)) {
            return;
        }
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR && !REFUSED_ANYWAY.contains(finding.rule()))
                .toList();
        if (!errors.isEmpty()) {
            validation.addDeploymentProblem(new InsecureDeploymentException(errors));
        }
    }

    /** The same for all audits of the deployment, because one check remembers when it first saw a secret. */
    List<Check> checks() {
        return checks;
    }

    /** What the audit found at deployment. */
    List<Finding> findings() {
        return findings;
    }
}
