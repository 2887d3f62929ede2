package io.github.buymed4j.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of a table of 100,000 accounts, of which 200 need attention. */
class ManyAccountsTest {

    private static final int ALL = 100_000;
    private static final int PAGE = 50;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AccountSearch ATTENTION = new AccountSearch("", NOW.plusSeconds(86_400));

    private static final String FILL = """
            INSERT INTO buymed_account (account_key, account, tokens, scopes, issued_at, expires_at, refresh_expires_at,
                                        customer_id, standing, hold, hold_until, announced, version)
            SELECT %s, CONCAT('pharmacy-', 100000 + n), REPEAT('t', 1500), 'pharmacy:order:read',
                   TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2026-01-05 00:00:00+00',
                   CASE WHEN MOD(n, 1000) = 7 THEN TIMESTAMP WITH TIME ZONE '2026-01-01 06:00:00+00'
                        ELSE TIMESTAMP WITH TIME ZONE '2026-01-31 00:00:00+00' END,
                   500000 + n, CASE WHEN MOD(n, 1000) = 3 THEN 'AUTHORIZATION_REQUIRED' ELSE 'CONNECTED' END,
                   'NONE', TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00', FALSE, 1
              FROM %s
            """;

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of(
                        Databases.h2(),
                        "LOWER(RAWTOHEX(HASH('SHA-256', CONCAT('pharmacy-', 100000 + n))))",
                        "(SELECT X AS n FROM SYSTEM_RANGE(0, 99999)) numbers"),
                Arguments.of(
                        Databases.postgres(),
                        "ENCODE(SHA256(CAST(CONCAT('pharmacy-', 100000 + n) AS BYTEA)), 'hex')",
                        "generate_series(99999, 0, -1) n"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void list_hundredThousandAccounts_givesEachPage(DataSource database, String key, String numbers)
            throws SQLException {
        TokenStore store = filled(database, key, numbers);

        assertThat(ids(store.list(AccountSearch.ALL, "", PAGE))).hasSize(PAGE).startsWith("pharmacy-100000");
        assertThat(ids(store.list(AccountSearch.ALL, "pharmacy-199949", PAGE)))
                .hasSize(PAGE)
                .endsWith("pharmacy-199999");
        assertThat(ids(store.list(ATTENTION, "", PAGE))).hasSize(PAGE).startsWith("pharmacy-100003", "pharmacy-100007");
        assertThat(ids(store.list(ATTENTION, "pharmacy-199003", PAGE))).containsExactly("pharmacy-199007");
        assertThat(ids(store.list(new AccountSearch("Y-177777", null), "", PAGE)))
                .containsExactly("pharmacy-177777");
        assertThat(ids(store.list(new AccountSearch("577777", null), "", PAGE))).containsExactly("pharmacy-177777");
        assertThat(store.count(ATTENTION)).isEqualTo(200);
    }

    @Test
    void list_inPostgres_readsFewRows() throws SQLException {
        DataSource database = Databases.postgres();
        Arguments postgres = databases().toList().get(1);
        filled(database, (String) postgres.get()[1], (String) postgres.get()[2]);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE buymed_account");
            TokenStore store = Databases.store(Databases.only(connection));
            store.list(AccountSearch.ALL, "", 1); // finds the table

            assertThat(read(statement, () -> store.list(AccountSearch.ALL, "", PAGE)))
                    .isLessThan(200);
            assertThat(read(statement, () -> store.list(AccountSearch.ALL, "pharmacy-150000", PAGE)))
                    .isLessThan(200);
            assertThat(read(statement, () -> store.list(ATTENTION, "", PAGE))).isLessThan(1_000);
            assertThat(read(statement, () -> store.list(ATTENTION, "pharmacy-199003", PAGE)))
                    .isLessThan(1_500);
            assertThat(read(statement, () -> store.count(ATTENTION))).isLessThan(1_000);
            assertThat(read(statement, () -> store.list(new AccountSearch("177777", null), "", PAGE)))
                    .as("each entry of the index, once")
                    .isLessThan(ALL + 200);
        }
    }

    /** How many rows and entries of indexes the database reads meanwhile. */
    private static long read(Statement statement, Runnable use) throws SQLException {
        long before = read(statement);
        use.run();
        return read(statement) - before;
    }

    private static long read(Statement statement) throws SQLException {
        statement.execute("SELECT pg_stat_force_next_flush()");
        statement.execute("SELECT 1");
        try (ResultSet result = statement.executeQuery("""
                SELECT (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'buymed_account')
                     + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'buymed_account')
                """)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static TokenStore filled(DataSource database, String key, String numbers) throws SQLException {
        TokenStore store = Databases.store(database);
        assertThat(store.count(AccountSearch.ALL)).isZero();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0); // H2 keeps the store's for the connection
            assertThat(statement.executeUpdate(FILL.formatted(key, numbers))).isEqualTo(ALL);
        }
        return store;
    }

    private static List<String> ids(List<StoredAccount> accounts) {
        return accounts.stream().map(account -> account.account().id()).toList();
    }
}
