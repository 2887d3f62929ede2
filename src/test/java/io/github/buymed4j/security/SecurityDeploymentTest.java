package io.github.buymed4j.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.config.Deployment;
import org.junit.jupiter.api.Test;

/** An error of the audit stops the deployment, unless somebody has said otherwise. */
class SecurityDeploymentTest {

    private final String canary = Canary.secret().replace("sk_sandbox_", "sk_live_");

    private Deployment withProductionSecretForTheSandbox() {
        return Deployment.of()
                .checkedBy(new SecurityCheck())
                .with("buymed.client-secret", canary)
                .with("buymed/mp-rest/url", "https://open-apis.sbx.buymed.tech");
    }

    @Test
    void deploy_errorFound_isRefusedWithIdMeaningAndFix() throws Exception {
        assertThat(withProductionSecretForTheSandbox().refusal())
                .contains("BUYMED-2008 ERROR buymed.client-secret: ", "buymed.security.enforce=false")
                .doesNotContain(canary);
    }

    @Test
    void deploy_errorFoundAndNotEnforced_isAccepted() throws Exception {
        assertThat(withProductionSecretForTheSandbox()
                        .with("buymed.security.enforce", "false")
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_errorFoundInTheProfileDev_isAccepted() throws Exception {
        assertThat(withProductionSecretForTheSandbox()
                        .with("mp.config.profile", "dev")
                        .refusal())
                .isEmpty();
    }

    @Test
    void deploy_onlyWarnings_isAccepted() throws Exception {
        assertThat(Deployment.of()
                        .checkedBy(new SecurityCheck())
                        .with("buymed.client-secret", "s3cret")
                        .refusal())
                .isEmpty();
    }
}
