package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.config.ConfigurationProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaSharingTest {

    @Test
    void quotaSharing_notGiven_isThisNodesOwn() {
        assertThat(sharing(SettableSource.of(Map.of()).buymedConfig()))
                .containsExactly(Optional.empty(), false, 1, "default");
    }

    @Test
    void quotaSharing_given_isRead() {
        BuymedConfig config = SettableSource.of(Map.of(
                        "buymed.client-id", "id",
                        "buymed.client-secret-file", "/none",
                        "buymed.quota.data-source", "java:app/jdbc/quota",
                        "buymed.quota.create-table", "true",
                        "buymed.quota.nodes", "3",
                        "buymed.quota.egress", "hanoi-1",
                        "buymed/mp-rest/readTimeout", "3000"))
                .buymedConfig();

        assertThat(sharing(config)).containsExactly(Optional.of("java:app/jdbc/quota"), true, 3, "hanoi-1");
        assertThat(config.problems()).isEmpty();
    }

    private static List<Object> sharing(BuymedConfig config) {
        return Stream.of(
                        ConfigKey.QUOTA_DATA_SOURCE,
                        ConfigKey.QUOTA_CREATE_TABLE,
                        ConfigKey.QUOTA_NODES,
                        ConfigKey.QUOTA_EGRESS)
                .<Object>map(config.settings()::get)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "buymed.quota.data-source, ldap://evil.example/x",
        "buymed.quota.data-source, quota",
        "buymed.quota.create-table, perhaps",
        "buymed.quota.nodes, 0",
        "buymed.quota.nodes, 101",
        "buymed.quota.nodes, three",
        "buymed.quota.egress, a b"
    })
    void setting_thatCannotBeUsed_isNamed(String key, String value) {
        BuymedConfig config = SettableSource.of(Map.of(key, value)).buymedConfig();

        assertThat(config.problems()).extracting(ConfigurationProblem::subject).contains(key);
    }
}
