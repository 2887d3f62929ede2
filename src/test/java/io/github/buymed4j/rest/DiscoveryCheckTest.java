package io.github.buymed4j.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryCheckTest {

    @Test
    void problem_theModeNone_namesTheFile() {
        assertThat(DiscoveryCheck.problem(
                        DeploymentProvocations.warWith("<beans version='4.0'\n bean-discovery-mode = \"none\"/>")))
                .hasValueSatisfying(problem -> assertThat(problem.subject()).isEqualTo("WEB-INF/beans.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<beans/>",
                "<beans bean-discovery-mode='all'/>",
                "<!-- bean-discovery-mode='none'\n --><beans bean-discovery-mode='annotated'/>"
            })
    void problem_anyOtherMode_isNone(String beansXml) {
        assertThat(DiscoveryCheck.problem(DeploymentProvocations.warWith(beansXml)))
                .isEmpty();
    }
}
