package io.github.buymed4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    private static final ApplicationName BRANCH = new ApplicationName("branch");

    @Test
    void version_ofTheBuild_isThatOfThePom() throws IOException {
        Matcher ofPom = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));

        assertThat(ofPom.find()).isTrue();
        assertThat(UserAgent.VERSION).isEqualTo(ofPom.group(1));
    }

    @Test
    void of_nothingConfigured_namesVersionAndApplication() {
        BuymedConfig config = config(Map.of());

        assertThat(UserAgent.of(config, ApplicationName.DEFAULT))
                .isEqualTo("buymed4j/" + UserAgent.VERSION + " (default)");
        assertThat(UserAgent.of(config, BRANCH)).isEqualTo("buymed4j/" + UserAgent.VERSION + " (branch)");
    }

    @Test
    void of_configured_isThat() {
        BuymedConfig config = config(Map.of(
                "buymed.user-agent", "pharmacy/7 (+mailto:it@example.com)", "buymed.app.branch.user-agent", "b/1"));

        assertThat(UserAgent.of(config, ApplicationName.DEFAULT)).isEqualTo("pharmacy/7 (+mailto:it@example.com)");
        assertThat(UserAgent.of(config, BRANCH)).isEqualTo("b/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nX-Injected: 1", "a\nb", "a\rb", "a\tb", "a\0b", "a  b", "phòng/1", "a\u0085b", "a\u2028b"})
    void settings_agentThatHeadersCannotCarry_isRefusedWithoutIt(String agent) {
        BuymedConfig config = config(Map.of("buymed.user-agent", agent));

        assertThat(config.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.subject()).isEqualTo("buymed.user-agent"))
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("Injected", "phòng"));
        assertThat(UserAgent.of(config, ApplicationName.DEFAULT)).startsWith("buymed4j/");
    }

    private static BuymedConfig config(Map<String, String> keys) {
        return SettableSource.of(keys).buymedConfig();
    }
}
