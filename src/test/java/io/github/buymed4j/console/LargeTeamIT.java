package io.github.buymed4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buymed4j.Canary;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.ManyAccounts;
import io.github.buymed4j.server.ConsoleVisit;
import io.github.buymed4j.server.SecretFile;
import io.github.buymed4j.server.TestWar;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console of a team with two applications, 100,000 pharmacies and a database that its nodes share. */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeTeamIT {

    private static final String DATA_SOURCE = "java:app/jdbc/console";
    private static final Databases.Address ADDRESS = Databases.newPostgres();
    private static final DataSource DATABASE = Databases.postgres(ADDRESS);
    private static final String PASSWORD = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() throws SQLException {
        ManyAccounts.POSTGRES.fill(DATABASE, Instant.now());
        WebArchive war = ConsoleWar.named(
                "team",
                Map.of(
                        "buymed.app.warehouse.client-id",
                        "buymed_app_192837465",
                        "buymed.app.warehouse.client-secret-file",
                        SecretFile.holding(Canary.secret()).toString(),
                        "buymed.accounts.data-source",
                        DATA_SOURCE,
                        "buymed.quota.data-source",
                        DATA_SOURCE,
                        "buymed.quota.create-table",
                        "true",
                        "buymed.quota.nodes",
                        "2",
                        "buymed.console.password",
                        PASSWORD));
        return TestWar.withPostgres(war, DATA_SOURCE, ADDRESS);
    }

    /** Nobody has opened a page of this deployment before; how long that takes is build output. */
    @Test
    @Order(1)
    void page_firstRequestOfTheDeployment_isAnswered() throws Exception {
        ConsoleVisit visit = ConsoleVisit.logIn(URI.create(base.toString()), PASSWORD);
        StringBuilder figures = new StringBuilder("page, milliseconds of its first request\n");
        for (String page : ConsoleWar.PAGES) {
            long begin = System.nanoTime();
            assertThat(visit.get(page).statusCode()).as(page).isEqualTo(200);
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            figures.append(page).append(", ").append(millis).append('\n');
        }
        Path folder = Files.createDirectories(Path.of(System.getProperty("server.logs"), "screenshots"));
        Files.writeString(folder.resolve("console-first-requests.csv"), figures);
    }

    @Test
    @Order(2)
    void accounts_hundredThousand_areReadPageByPage() throws Exception {
        Browser browser = logIn().open("accounts.xhtml");

        assertThat(browser.text("attention")).isEqualTo("Need attention: 200");
        assertThat(browser.count("#urgent tbody tr")).isEqualTo(10);
        assertThat(browser.first("#urgent tbody tr:nth-child(1)"))
                .contains("pharmacy-100003", "500003", "Must be authorized again");
        assertThat(browser.first("#urgent tbody tr:nth-child(2)"))
                .contains("pharmacy-100007", "Must be authorized again soon");
        assertThat(browser.count("#connected tbody tr")).isEqualTo(50);
        assertThat(browser.first("#connected tbody tr")).contains("pharmacy-100000", "Connected");
        assertThat(browser.has("first")).isFalse();
        assertThat(browser.barriers()).isEmpty();
        browser.keep("accounts-many");

        browser.follow("Next page");
        assertThat(browser.first("#connected tbody tr")).contains("pharmacy-100050");
        assertThat(browser.has("urgent")).isFalse();
        browser.open("accounts.xhtml?after=pharmacy-199949");
        assertThat(browser.first("#connected tbody tr:nth-child(50)")).contains("pharmacy-199999");
        assertThat(browser.has("next")).isFalse();
        browser.follow("First page");
        assertThat(browser.first("#connected tbody tr")).contains("pharmacy-100000");
    }

    @Test
    @Order(2)
    void accounts_thatNeedAttention_areReadPageByPage() {
        Browser browser = logIn().open("accounts.xhtml").follow("All that need attention");

        assertThat(browser.text("all")).isEqualTo("Accounts that need attention");
        assertThat(browser.first("#connected tbody tr")).contains("pharmacy-100003");
        browser.follow("Next page");
        assertThat(browser.first("#connected tbody tr")).contains("pharmacy-125003");
        browser.follow("Next page").follow("Next page");
        assertThat(browser.first("#connected tbody tr:nth-child(50)")).contains("pharmacy-199007");
        assertThat(browser.has("next")).isFalse();
        browser.type("part", "y-1770").press("find");
        assertThat(browser.count("#connected tbody tr")).isEqualTo(2);
    }

    @Test
    @Order(2)
    void pages_ofTwoApplications_areOfTheChosenOne() throws Exception {
        Browser browser = logIn();
        assertThat(browser.text("clientId")).isEqualTo("buymed_app_987654321");
        assertThat(browser.text("clientId-warehouse")).isEqualTo("buymed_app_192837465");
        assertThat(browser.barriers()).isEmpty();
        browser.keep("overview-two-applications");

        browser.follow("warehouse").press("actions:look");
        assertThat(browser.text("messages")).contains(browser.text("fingerprint-warehouse"));
        browser.open("security.xhtml?show=operators");
        assertThat(browser.first("#entries tbody tr"))
                .contains("warehouse", "operator looked at the credentials' sources");
        browser.open("try.xhtml?application=warehouse").press("calls:endpoint");
        assertThat(browser.text("verdict")).isEqualTo("PlatformUnreachableException");
        assertThat(browser.text("request")).contains("Client-ID: buymed_app_192837465");
        assertThat(browser.open("rotation.xhtml?application=warehouse").source())
                .contains("buymed.app.warehouse.client-secret.next-file");
    }

    /** The last one: for some seconds after it the table is not asked. */
    @Test
    @Order(3)
    void quota_databaseGoesAway_isSaidOnTheOpenPage() throws Exception {
        Browser browser = logIn().open("try.xhtml").press("calls:endpoint").open("quota.xhtml");
        assertThat(browser.text("database")).isEqualTo("The nodes share the limits in the database.");

        update("ALTER TABLE buymed_quota_slot RENAME TO away");
        browser.open("try.xhtml").press("calls:endpoint").open("quota.xhtml");

        assertThat(browser.text("database")).contains("cannot be reached", "BUYMED-3001");
        assertThat(browser.barriers()).isEmpty();
        browser.keep("quota-database-away");
        assertThat(browser.open("quota.xhtml?language=vi").text("database")).contains("Không kết nối được");
    }

    private Browser logIn() {
        return Browser.one(base.toString()).open("").logIn("operator", PASSWORD);
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
