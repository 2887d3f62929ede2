package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ConfigurationProblem;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;

class DeploymentCheckTest {

    /** As much of Jakarta EE 9's as matters here. */
    private abstract static class OlderJsonProvider {}

    @Test
    void platformProblem_jakartaEe9_asksForAnotherServer() {
        assertThat(DeploymentCheck.platformProblem(OlderJsonProvider.class))
                .map(ConfigurationProblem::toString)
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("Jakarta EE: is older than 10")
                        .contains("use a server"));
    }

    @Test
    void platformProblem_jakartaEe10_isNone() {
        assertThat(DeploymentCheck.platformProblem(JsonProvider.class)).isEmpty();
    }
}
