package io.github.buymed4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.internal.time.Failures;
import io.github.buymed4j.quota.Permit;
import io.github.buymed4j.quota.Priority;
import io.github.buymed4j.quota.QuotaExceededException;
import io.github.buymed4j.quota.QuotaGovernor;
import io.github.buymed4j.server.TestWar;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The quota in a PostgreSQL that the application defines as its data source. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedQuotaIT {

    private static final String DATA_SOURCE = "java:app/jdbc/quota";

    @Inject
    private QuotaGovernor governor;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    private final String account = UUID.randomUUID().toString();

    @Deployment
    static WebArchive war() {
        Map<String, String> config = Map.of(
                "buymed.quota.data-source", DATA_SOURCE,
                "buymed.quota.create-table", "true",
                "buymed.quota.nodes", "3",
                "buymed.quota.per-hour", "3");
        WebArchive war = ConsumerWar.of(
                "shared-quota", URI.create("http://127.0.0.1:1"), "buymed_app_987654321", Canary.secret(), config);
        return TestWar.withPostgres(TestWar.withAssertions(war), DATA_SOURCE, Databases.newPostgres());
    }

    @Test
    void acquire_onAServer_takesItsSlotFromTheTable() throws Exception {
        Permit permit = permit();
        Duration whileLent = untilFree();
        permit.replied();

        assertThat(whileLent).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        assertThat(untilFree()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void acquire_inATransactionThatIsRolledBack_countsAllTheSame() throws Exception {
        transaction.begin();
        permit().replied();
        transaction.rollback();

        assertThat(untilFree()).isPositive();
    }

    @Test
    void acquire_usedUpByAnotherNode_isRefused() throws Exception {
        update(
                "INSERT INTO buymed_quota_slot (budget, slot, free_at, loan, batch)"
                        + " SELECT ?, n, now() + interval '20 minutes', 1, false FROM generate_series(1, 3) n",
                "account " + account);

        assertThatThrownBy(this::permit).isInstanceOf(QuotaExceededException.class);
    }

    /** The last one: for some seconds after it the table is not asked. */
    @Test
    @Order(Integer.MAX_VALUE)
    void acquire_tableAway_keepsToTheFairShare() throws Exception {
        update("ALTER TABLE buymed_quota_slot RENAME TO away");
        try {
            permit();

            assertThatThrownBy(this::permit).isInstanceOf(QuotaExceededException.class);
        } finally {
            update("ALTER TABLE away RENAME TO buymed_quota_slot");
        }
    }

    private Permit permit() {
        return Failures.await(
                governor.acquire(ApplicationName.DEFAULT, account, Priority.INTERACTIVE, Duration.ofSeconds(5), null));
    }

    private Duration untilFree() throws SQLException {
        String sql = "SELECT extract(epoch FROM max(free_at) - now()) FROM buymed_quota_slot WHERE budget = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, "account " + account);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Duration.ofSeconds(row.getLong(1));
            }
        }
    }

    private void update(String sql, String... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setString(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
    }
}
